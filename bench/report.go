package main

// report.go writes docs/benchmarks.md. It tells ratios and db hits, which compare from one machine to another, and no
// times, which do not.

import (
	_ "embed"
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"strings"
	"text/template"

	"guanxi/graph/local"
)

//go:embed report.md.tmpl
var document string

// A report is all that was seen.
type report struct {
	Short      bool
	Graph      string
	Machine    []string // what it was measured on, a line each
	Operations []*measurement
	Memory     [3]int
	Deep       []deepRow
	Bounds     []bound
}

// machine tells the kind of machine, and what ran on it; nothing that names it.
func machine() []string {
	version := func(name string, args ...string) string {
		output, err := exec.Command(name, args...).Output()
		if err != nil {
			return "unknown"
		}
		return strings.TrimSpace(string(output))
	}
	commit := version("git", "rev-parse", "--short", "HEAD")
	if changes := version("git", "status", "--porcelain"); changes != "" {
		commit += ", with changes that are not committed"
	}
	return []string{
		fmt.Sprintf("%s/%s, %d cores, shared by the clients, the servers and the database", runtime.GOOS, runtime.GOARCH, runtime.NumCPU()),
		fmt.Sprintf("Neo4j Community %s with 1 GB of heap and 512 MB of page cache; %s; Node %s; @neo4j/graphql 7.6.3", local.Version, runtime.Version(), version("node", "--version")),
		"commit " + commit,
	}
}

// write writes the document to the file, or prints it.
func (r *report) write(file string) error {
	text := template.Must(template.New("").Funcs(template.FuncMap{
		"two": func(f float64) string { return fmt.Sprintf("%.2f", f) },
	}).Parse(document))
	out := os.Stdout
	if file != "" {
		var err error
		if out, err = os.Create(file); err != nil {
			return err
		}
		defer out.Close()
	}
	return text.Execute(out, r)
}

// round writes large ratios without what cannot be told of them.
func round(f float64) string {
	switch {
	case f >= 100:
		return fmt.Sprintf("%.0f", f)
	case f >= 10:
		return fmt.Sprintf("%.1f", f)
	}
	return fmt.Sprintf("%.2f", f)
}

// The columns of the document's table.

func (m *measurement) Name() string        { return m.op.name }
func (m *measurement) What() string        { return strings.Join(strings.Fields(m.op.what), " ") }
func (m *measurement) P50() float64        { return m.ratio(ours, bare, 0.5) }
func (m *measurement) P95() float64        { return m.ratio(ours, bare, 0.95) }
func (m *measurement) Peer50() string      { return m.ofPeer(m.ratio(peer, ours, 0.5)) }
func (m *measurement) Peer95() string      { return m.ofPeer(m.ratio(peer, ours, 0.95)) }
func (m *measurement) Throughput() float64 { return m.throughput[ours] / m.throughput[bare] }
func (m *measurement) PeerThroughput() string {
	return m.ofPeer(m.throughput[ours] / m.throughput[peer])
}
func (m *measurement) Hits() float64 { return m.hitRatio() }

// ofPeer is a ratio to the peer, if it answers.
func (m *measurement) ofPeer(ratio float64) string {
	if m.op.peerFails {
		return "fails"
	}
	return round(ratio)
}

// Verdict says whether it holds.
func (b bound) Verdict() string {
	if b.Holds {
		return "holds"
	}
	return "**fails**"
}

// At tells the db hits, depth by depth.
func (d deepRow) At() string {
	var all []string
	for i, depth := range d.Depths {
		all = append(all, fmt.Sprintf("%d: %d", depth, d.Hits[i]))
	}
	return strings.Join(all, "; ")
}

// DeepSize is how many agreements the deep pages are of.
func (r *report) DeepSize() int {
	if r.Short {
		return deepShort.Agreements
	}
	return deepWhole.Agreements
}

// Resident compares our memory with another server's; "" where there is no ps.
func (r *report) Resident(of, to int) string {
	if r.Memory[of] == 0 || r.Memory[to] == 0 {
		return ""
	}
	return round(float64(r.Memory[of]) / float64(r.Memory[to]))
}
