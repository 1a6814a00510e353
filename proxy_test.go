package main

// proxy_test.go stands between guanxi and a database, for tests to part the two.

import (
	"io"
	"net"
	"sync"
	"testing"
)

// proxy passes Bolt on to a database, until it is cut.
type proxy struct {
	address, to string

	mu       sync.Mutex
	listener net.Listener
	open     []net.Conn
}

func newProxy(t *testing.T, to string) *proxy {
	t.Helper()
	p := &proxy{address: "127.0.0.1:0", to: to}
	p.join(t)
	t.Cleanup(p.cut)
	return p
}

// join lets connections through, at the address of the first time.
func (p *proxy) join(t *testing.T) {
	t.Helper()
	l, err := net.Listen("tcp", p.address)
	if err != nil {
		t.Fatal(err)
	}
	p.mu.Lock()
	p.listener, p.address = l, l.Addr().String()
	p.mu.Unlock()
	go func() {
		for {
			near, err := l.Accept()
			if err != nil {
				return
			}
			far, err := net.Dial("tcp", p.to)
			if err != nil {
				near.Close()
				continue
			}
			p.mu.Lock()
			p.open = append(p.open, near, far)
			p.mu.Unlock()
			go io.Copy(near, far)
			go io.Copy(far, near)
		}
	}()
}

// cut ends all connections, and takes no more.
func (p *proxy) cut() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.listener.Close()
	for _, c := range p.open {
		c.Close()
	}
	p.open = nil
}
