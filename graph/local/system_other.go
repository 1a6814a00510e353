//go:build !linux && !darwin

// Other systems: guanxi builds there, for use with a Neo4j of one's own.

package local

import (
	"errors"
	"os"
	"os/exec"
)

var terminate = os.Kill

// Detach does nothing here.
func Detach(*exec.Cmd) {}

func available(string) (uint64, error) { return 0, errors.ErrUnsupported }
