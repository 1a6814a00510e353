// Telling a person how far a download is, from what Maven prints.

package local

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"path"
	"regexp"
	"strconv"
	"strings"
)

// expectedMB is what comes over the line into an empty Maven repository: the jars, their poms, Maven's plugin.
const expectedMB = 150

// downloaded is a line of Maven's: Downloaded from central: https://…/x.jar (6.7 MB at 23 MB/s).
var downloaded = regexp.MustCompile(`Downloaded from \S+ (\S+) \(([\d.]+) ([kM]?B) at`)

// follow reads what Maven prints, shows how far it is, and returns its first complaints. A terminal gets one line
// that grows; a log gets a line every 25 MB.
func (c Config) follow(out io.Reader) string {
	c.say("Downloading Neo4j %s, about %d MB, once.", Version, expectedMB)
	var complaints []string
	var mb, told float64
	terminal := isTerminal(c.Progress)
	lines := bufio.NewScanner(out)
	for lines.Scan() {
		line := lines.Text()
		if strings.HasPrefix(line, "[ERROR]") && len(complaints) < 6 {
			complaints = append(complaints, "  "+line)
		}
		name, size := fetched(line)
		mb += size
		switch {
		case name != "" && terminal:
			fmt.Fprintf(c.Progress, "\r\x1b[K  %.0f of about %d MB  %s", mb, expectedMB, name)
		case mb >= told+25:
			told = mb
			c.say("  %.0f of about %d MB", mb, expectedMB)
		}
	}
	if terminal && mb > 0 {
		fmt.Fprint(c.Progress, "\r\x1b[K")
	}
	io.Copy(io.Discard, out) // a line too long for the scanner must not block Maven
	return strings.Join(complaints, "\n")
}

// fetched reads the file and its megabytes from a line of Maven's, "" and 0 if it is about something else.
func fetched(line string) (string, float64) {
	m := downloaded.FindStringSubmatch(line)
	if m == nil {
		return "", 0
	}
	size, _ := strconv.ParseFloat(m[2], 64)
	switch m[3] {
	case "B":
		size /= 1e6
	case "kB":
		size /= 1e3
	}
	return path.Base(m[1]), size
}

func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	if !ok {
		return false
	}
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}
