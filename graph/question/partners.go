// partners.go lets gonum read a projection. Everything comes in one order always,
// so that what is computed is the same always; and since gonum knows no context, a
// computation is stopped by what it asks next.

package question

import (
	"context"
	"errors"

	"gonum.org/v1/gonum/graph"
	"gonum.org/v1/gonum/graph/iterator"
	"gonum.org/v1/gonum/graph/simple"
)

// partners is a projection as a graph.WeightedUndirected. Its ids are indices.
type partners struct {
	ctx context.Context
	*projection
}

// errStopped is what a computation panics with when its time is over.
var errStopped = errors.New("the computation was stopped")

// goOn ends the computation if its time is over.
func goOn(ctx context.Context) {
	if ctx.Err() != nil {
		panic(errStopped)
	}
}

// stoppable runs what panics with errStopped.
func stoppable[T any](compute func() T) (result T, err error) {
	defer func() {
		if r := recover(); r == errStopped {
			err = errStopped
		} else if r != nil {
			panic(r)
		}
	}()
	return compute(), nil
}

func (p partners) Node(id int64) graph.Node {
	if id < 0 || int(id) >= len(p.ids) {
		return nil
	}
	return simple.Node(id)
}

func (p partners) Nodes() graph.Nodes {
	nodes := make([]graph.Node, len(p.ids))
	for i := range nodes {
		nodes[i] = simple.Node(i)
	}
	return iterator.NewOrderedNodes(nodes)
}

func (p partners) From(id int64) graph.Nodes {
	goOn(p.ctx)
	nodes := make([]graph.Node, len(p.near[id]))
	for i, other := range p.near[id] {
		nodes[i] = simple.Node(other)
	}
	return iterator.NewOrderedNodes(nodes)
}

// shared is the number of agreements that the two share.
func (p partners) shared(x, y int64) int64 {
	if at, found := p.at(x, y); found {
		return p.share[x][at]
	}
	return 0
}

func (p partners) HasEdgeBetween(x, y int64) bool { return p.shared(x, y) > 0 }

func (p partners) Edge(x, y int64) graph.Edge {
	if edge := p.WeightedEdge(x, y); edge != nil {
		return edge
	}
	return nil
}

func (p partners) EdgeBetween(x, y int64) graph.Edge { return p.Edge(x, y) }

func (p partners) WeightedEdge(x, y int64) graph.WeightedEdge {
	if w := p.shared(x, y); w > 0 {
		return simple.WeightedEdge{F: simple.Node(x), T: simple.Node(y), W: float64(w)}
	}
	return nil
}

func (p partners) WeightedEdgeBetween(x, y int64) graph.WeightedEdge { return p.WeightedEdge(x, y) }

func (p partners) Weight(x, y int64) (float64, bool) {
	w := p.shared(x, y)
	return float64(w), w > 0 || x == y
}
