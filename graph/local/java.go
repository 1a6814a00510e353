// Finding a Java that Neo4j takes.

package local

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
)

const javaAdvice = "Neo4j " + Version + " needs a JDK 17 or 21: install one (Debian: apt install openjdk-17-jdk-headless; macOS: brew install openjdk@21), point JAVA_HOME at it, or set NEO4J_URI to a Neo4j of your own"

// javaVersion finds the version in what `java -version` prints: 1.8.0_392, 17.0.15, 21-ea.
var javaVersion = regexp.MustCompile(`version "(?:1\.)?(\d+)`)

// findJava returns the java of JAVA_HOME, else of PATH, once it has said that it is 17 or 21.
func findJava(ctx context.Context) (string, error) {
	java, err := exec.LookPath("java")
	if home := os.Getenv("JAVA_HOME"); home != "" {
		java, err = exec.LookPath(filepath.Join(home, "bin", "java"))
		if err != nil {
			return "", fmt.Errorf("%w: JAVA_HOME=%s holds no bin/java; %s", ErrNoJava, home, javaAdvice)
		}
	}
	if err != nil {
		return "", fmt.Errorf("%w in PATH; %s", ErrNoJava, javaAdvice)
	}
	said, err := exec.CommandContext(ctx, java, "-version").CombinedOutput()
	if ctx.Err() != nil {
		return "", ctx.Err()
	}
	found := javaVersion.FindSubmatch(said)
	if found == nil { // also macOS' /usr/bin/java, which stands there without a Java
		return "", fmt.Errorf("%w: `%s -version` says %q (%v); %s", ErrNoJava, java, firstLine(string(said)), err, javaAdvice)
	}
	if v, _ := strconv.Atoi(string(found[1])); v != 17 && v != 21 {
		return "", fmt.Errorf("%w: %s is Java %d; %s", ErrJavaVersion, java, v, javaAdvice)
	}
	return java, nil
}

func firstLine(s string) string {
	line, _, _ := strings.Cut(strings.TrimSpace(s), "\n")
	return line
}
