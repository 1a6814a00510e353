package main

// client.go asks a server.

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"net/http"
	"os/exec"
	"strconv"
	"strings"
	"time"
)

// clients is how many ask at once when throughput is measured.
const clients = 8

// idle is how long a connection may wait for the next request: Node ends one after 5 s, and a request that meets that
// moment is lost.
const idle = 2 * time.Second

// ask sends a request and reads the whole answer. The hand-written server has an address for each operation.
func (s *server) ask(ctx context.Context, operation string, body []byte) ([]byte, error) {
	url := s.url
	if s.name == serverNames[bare] {
		url += operation
	}
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, url, bytes.NewReader(body))
	if err != nil {
		return nil, err
	}
	request.Header.Set("Content-Type", "application/json")
	request.Header.Set("Accept", "application/json")
	response, err := s.client.Do(request)
	if err != nil {
		return nil, err
	}
	defer response.Body.Close()
	answer, err := io.ReadAll(response.Body)
	if err != nil {
		return nil, err
	}
	if response.StatusCode != http.StatusOK || bytes.HasPrefix(answer, []byte(`{"errors"`)) {
		return nil, fmt.Errorf("the %s answers %d to %s: %.1000s", s.name, response.StatusCode, operation, answer)
	}
	return answer, nil
}

// weigh notes how much memory the process has, if it is more than before.
func (s *server) weigh() {
	output, err := exec.Command("ps", "-o", "rss=", "-p", strconv.Itoa(s.process.Process.Pid)).Output()
	if err != nil {
		return // without ps the memory is not told
	}
	if kB, err := strconv.Atoi(strings.TrimSpace(string(output))); err == nil {
		s.resident = max(s.resident, kB)
	}
}

// memory is the most that each server was seen to hold, in kB.
func memory(servers []*server) [3]int {
	var most [3]int
	for i, s := range servers {
		most[i] = s.resident
	}
	return most
}
