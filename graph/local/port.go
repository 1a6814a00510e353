// Choosing Bolt's port on loopback.

package local

import (
	"fmt"
	"net"
	"strconv"
	"time"
)

const usualPort = 7687

func address(port int) string { return net.JoinHostPort("127.0.0.1", strconv.Itoa(port)) }

// choosePort returns the asked port, or the first free one of the last, the usual and any.
func (c Config) choosePort(last int) (int, error) {
	if c.Port != 0 {
		if !freeSoon(c.Port) {
			return 0, fmt.Errorf("%w: something listens on %s already: stop it, choose another port, or leave the port out", ErrPortTaken, address(c.Port))
		}
		return c.Port, nil
	}
	if last != 0 && freeSoon(last) {
		return last, nil
	}
	if free(usualPort) {
		return usualPort, nil
	}
	l, err := net.Listen("tcp", address(0))
	if err != nil {
		return 0, fmt.Errorf("no free port on 127.0.0.1: %w", err)
	}
	defer l.Close()
	return l.Addr().(*net.TCPAddr).Port, nil
}

// freeSoon gives a killed Neo4j the moment in which it lets go of its port after it has gone.
func freeSoon(port int) bool {
	for range 10 {
		if free(port) {
			return true
		}
		time.Sleep(100 * time.Millisecond)
	}
	return false
}

// free tells whether a port can be had on loopback. A listener on all addresses counts too; macOS would let us
// listen beside it, so it is asked by a call as well.
func free(port int) bool {
	if conn, err := net.DialTimeout("tcp", address(port), time.Second); err == nil {
		conn.Close()
		return false
	}
	l, err := net.Listen("tcp", address(port))
	if err != nil {
		return false
	}
	l.Close()
	return true
}
