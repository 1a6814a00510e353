// The password of user neo4j: generated once, kept in a 0600 file, and given to a new database in auth.ini, from
// which Neo4j makes its first user. (neo4j-admin does the same, but takes the password as an argument, which every
// user of the machine can read.)

package local

import (
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"
)

// password reads the password file. With none, a new database gets a new password, and an old one cannot be entered.
func (c Config) password() (string, error) {
	path := c.dir("password")
	text, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		if c.hasStore() {
			return "", fmt.Errorf("the password file %s is gone, and the database in %s opens with no other: put the file back, or delete that folder to begin anew", path, c.dir("data"))
		}
		password := rand.Text()
		return password, replaceFile(path, []byte(password+"\n"))
	}
	if err != nil {
		return "", fmt.Errorf("password of the database: %w", err)
	}
	if err := os.Chmod(path, 0o600); err != nil { // as it was written; somebody may have opened it since
		return "", fmt.Errorf("password of the database: %w", err)
	}
	password := strings.TrimSpace(string(text))
	if password == "" {
		return "", fmt.Errorf("the password file %s is empty: put the password of user %s in it", path, Username)
	}
	return password, nil
}

// hasStore tells whether a database has been made here: its users are in the system database.
func (c Config) hasStore() bool {
	_, err := os.Stat(c.dir("data", "databases", "system"))
	return err == nil
}

// writeAuth writes the first user of a new database.
func (c Config) writeAuth(password string) error {
	if c.hasStore() {
		return nil
	}
	if err := os.MkdirAll(c.dir("data", "dbms"), 0o700); err != nil {
		return explain(err)
	}
	salt := make([]byte, 32)
	rand.Read(salt)
	return replaceFile(c.dir("data", "dbms", "auth.ini"), []byte(credential(password, salt)))
}

// credential is a line of auth.ini: user, and algorithm, hash, salt and rounds of the password's hash.
func credential(password string, salt []byte) string {
	const rounds = 1024
	hash := sha256.Sum256(append(append([]byte{}, salt...), password...))
	for range rounds - 1 {
		hash = sha256.Sum256(hash[:])
	}
	return fmt.Sprintf("%s:SHA-256,%s,%s,%d:\n", Username, hex.EncodeToString(hash[:]), hex.EncodeToString(salt), rounds)
}
