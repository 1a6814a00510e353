package graph

// cost.go estimates how many rows an operation reads, from the sizes of its
// pages and from the statistics, and refuses one that would read too many: ten
// nested lists of a hundred each take all of the database's memory.

import (
	"fmt"
	"math"
)

// A load is a list, one of which is read for each row of the list around it.
type load struct {
	rows  float64 // that it has, if it is not cut
	page  int     // of the plan's pages; -1: it is not cut
	below []load
}

// someRows is how many rows a list is taken to have of which nothing is known.
const someRows = 10

// load is that of a value below a node with one of the labels.
func (e estimator) load(v value, labels []string) load {
	switch v := v.(type) {
	case *object:
		if labels == nil && v.t != nil { // what a question or a statement gives
			labels = v.t.labels
		}
		l := load{rows: 1, page: -1}
		for _, column := range v.columns {
			if below := e.load(column, labels); below.rows > 0 {
				l.below = append(l.below, below)
			}
		}
		return l
	case rows:
		return e.loadOf(v, labels, v.of)
	case *connection:
		var columns object
		for _, column := range v.columns {
			columns.columns = append(columns.columns, column.of)
		}
		return e.loadOf(v.rows, labels, &columns)
	}
	return load{}
}

// loadOf is that of rows, each answering with of.
func (e estimator) loadOf(r rows, labels []string, of value) load {
	l := load{page: r.page}
	var target []string
	switch from := r.from.(type) {
	case nodesOf:
		l.rows, target = r.way.rows, from.labels
	case across:
		l.rows, target = e.followed(from.hop, labels)/e.nodes(labels), from.hop.labels
	case computed:
		l.rows = someRows
		if !from.over { // a question: as many as the page holds
			l.rows = math.Inf(1)
		}
	case elements:
		l.rows = someRows
	}
	if r.one {
		l.rows = 1
	}
	if r.unread {
		return load{}
	}
	l.below = []load{e.load(of, target)}
	return l
}

// read is the number of rows read, given how many each page holds.
func (l load) read(limits []int) float64 {
	n := l.rows
	if l.page >= 0 {
		n = math.Min(n, float64(limits[l.page]))
	}
	rows := 1.0
	for _, below := range l.below {
		rows += below.read(limits)
	}
	return n * rows
}

// check refuses what would read more rows than max.
func (l load) check(limits []int, max int) error {
	if n := l.read(limits); n > float64(max) {
		return &Error{Code: TooExpensive, Message: fmt.Sprintf(
			"the operation is estimated to read about %s rows and at most %d are allowed; ask for fewer levels, smaller pages (limit, first) or a narrower where", round(n), max)}
	}
	return nil
}
