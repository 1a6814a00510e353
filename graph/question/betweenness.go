// betweenness.go tells on how many of the shortest ways between two others each
// organization lies. It is Brandes' algorithm, exact, with two things that make it
// fit a large network. Organizations that have the same partners, and each other,
// are taken as one: parties to one agreement alone mostly are, and half of all are
// such; those without a partner lie on no way. And the starts are shared among the processor's cores, in lots that do not
// depend on how many there are, so that sums come in one order always.

package question

import (
	"context"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"
)

// lots is how many parts the starts are cut into.
const lots = 64

// betweenness is, for each organization, on how many of the shortest ways between
// two others it lies; of several ways between two, each counts for its part.
func (p *projection) betweenness(ctx context.Context) ([]float64, error) {
	n, of := p.twins()
	s := begin(ctx, "following the shortest ways", len(n.size))
	var sums [lots][]float64
	var next atomic.Int64
	var failed error
	var once sync.Once
	var workers sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), lots) {
		workers.Go(func() {
			w := newWalk(n)
			for lot := int(next.Add(1)) - 1; lot < lots; lot = int(next.Add(1)) - 1 {
				sum := make([]float64, len(n.size))
				for start := lot; start < len(n.size); start += lots {
					w.from(int32(start), sum)
					if err := s.did(1); err != nil {
						once.Do(func() { failed = err })
						return
					}
				}
				sums[lot] = sum
			}
		})
	}
	workers.Wait()
	if failed != nil {
		return nil, failed
	}
	scores := make([]float64, len(p.ids))
	for i, twins := range of {
		if twins == alone {
			continue
		}
		for _, sum := range sums {
			scores[i] += sum[twins]
		}
	}
	return scores, nil
}

// A twinned network is one of groups of organizations that have the same partners
// and each other.
type twinned struct {
	size  []int32 // how many each group has
	first []int32 // where the neighbours of each begin in near; one more for the end
	near  []int32
}

// alone is the group of whoever has no partner.
const alone = -1

// twins gives the network of those groups, and the group of each organization.
func (p *projection) twins() (*twinned, []int32) {
	n, of := &twinned{}, make([]int32, len(p.ids))
	var leaders []int
	known := map[uint64][]int{} // the first of each group, by the mark of its partners and itself
	for i, partners := range p.near {
		if len(partners) == 0 {
			of[i] = alone
			continue
		}
		mark := mixed(i)
		for _, other := range partners {
			mark ^= mixed(other)
		}
		at := slices.IndexFunc(known[mark], func(leader int) bool { return p.alike(i, leader) })
		if at < 0 {
			of[i] = int32(len(leaders))
			leaders, n.size = append(leaders, i), append(n.size, 0)
			known[mark] = append(known[mark], i)
		} else {
			of[i] = of[known[mark][at]]
		}
		n.size[of[i]]++
	}
	met := make([]int, len(leaders)) // by whom last; 0 by nobody
	for group, leader := range leaders {
		n.first = append(n.first, int32(len(n.near)))
		for _, other := range p.near[leader] {
			if twins := of[other]; int(twins) != group && met[twins] != group+1 {
				met[twins] = group + 1
				n.near = append(n.near, twins)
			}
		}
	}
	n.first = append(n.first, int32(len(n.near)))
	return n, of
}

// alike tells whether two have the same partners, and each other.
func (p *projection) alike(a, b int) bool {
	near, other := p.near[a], p.near[b]
	if len(near) != len(other) || !slices.Contains(near, b) {
		return false
	}
	for i, j := 0, 0; i < len(near) || j < len(other); {
		switch {
		case i < len(near) && near[i] == b:
			i++
		case j < len(other) && other[j] == a:
			j++
		case i == len(near) || j == len(other) || near[i] != other[j]:
			return false
		default:
			i, j = i+1, j+1
		}
	}
	return true
}

// mixed spreads a number over all bits.
func mixed(n int) uint64 {
	x := (uint64(n) + 1) * 0x9e3779b97f4a7c15
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	return x ^ x>>27
}

// A walk follows the shortest ways from one start after another.
type walk struct {
	*twinned
	hops  []int32
	ways  []float64 // to one of the group
	each  []float64 // what one way to the group comes to: who ends there, and who is behind
	order []int32
	next  []int32 // those one step further, of each in the order
	ends  []int   // where those of each end in next
}

func newWalk(n *twinned) *walk {
	groups := len(n.size)
	return &walk{twinned: n, hops: slices.Repeat([]int32{-1}, groups), ways: make([]float64, groups), each: make([]float64, groups)}
}

// from adds to the sums what the ways from all of one group come to. One of them
// stands for all; its twins lie one step away, on no way to anybody else.
func (w *walk) from(start int32, sums []float64) {
	for _, met := range w.order { // by the walk before
		w.hops[met], w.ways[met] = -1, 0
	}
	w.hops[start], w.ways[start] = 0, 1
	w.order, w.next, w.ends = append(w.order[:0], start), w.next[:0], w.ends[:0]
	for i := 0; i < len(w.order); i++ {
		v := w.order[i]
		further, ways := w.hops[v]+1, w.ways[v]
		if v != start {
			ways *= float64(w.size[v])
		}
		for _, u := range w.near[w.first[v]:w.first[v+1]] {
			if w.hops[u] < 0 {
				w.hops[u] = further
				w.order = append(w.order, u)
			}
			if w.hops[u] == further {
				w.ways[u] += ways
				w.next = append(w.next, u)
			}
		}
		w.ends = append(w.ends, len(w.next))
	}
	times := float64(w.size[start]) / 2     // each pair is met from both sides
	for i := len(w.order) - 1; i > 0; i-- { // from the furthest back
		v, behind := w.order[i], 0.0
		for _, u := range w.next[w.ends[i-1]:w.ends[i]] {
			behind += w.each[u]
		}
		sums[v] += times * w.ways[v] * behind
		w.each[v] = float64(w.size[v]) * (1/w.ways[v] + behind)
	}
}
