//go:build linux || darwin

// What is asked of the operating system beyond Go's os package.

package local

import (
	"os/exec"
	"syscall"
)

// terminate asks a process to end.
const terminate = syscall.SIGTERM

// Detach gives a child a session of its own, which our terminal's Ctrl-C does not reach.
func Detach(cmd *exec.Cmd) {
	cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true}
}

// available is the number of bytes that a folder's disk still takes.
func available(dir string) (uint64, error) {
	var s syscall.Statfs_t
	if err := syscall.Statfs(dir, &s); err != nil {
		return 0, err
	}
	return uint64(s.Bavail) * uint64(s.Bsize), nil
}
