// louvain.go cuts a network into communities by the Louvain method: each node
// moves to the community with which it raises the modularity most, until none
// does; then the communities are the nodes of a smaller network, and so on. In the
// end nodes move one by one again, so that none would do better in the community
// of a partner. All is done in whole numbers and in one order, so that a network
// falls into the same communities always.

package question

import "context"

// A cutting is a network of weighted edges, and the community of each node.
type cutting struct {
	near   [][]int // the neighbours of each
	weight [][]int64
	ends   []int64 // the weight of all edges at each; of one to itself twice
	all    int64   // of all nodes
	of     []int   // the community of each
}

// louvain gives the community of each organization.
func (p *projection) louvain(ctx context.Context) ([]int, error) {
	c := &cutting{near: p.near, weight: p.share, ends: make([]int64, len(p.ids))}
	for i, shares := range p.share {
		for _, w := range shares {
			c.ends[i] += w
			c.all += w
		}
	}
	c.alone()
	s := begin(ctx, "finding communities", 0)
	for {
		if err := c.settle(s); err != nil {
			return nil, err
		}
		if err := c.merge(s); err != nil {
			return nil, err
		}
		moved, err := c.round(s)
		if err != nil || !moved {
			return c.of, err
		}
	}
}

// alone puts each node into a community of its own.
func (c *cutting) alone() {
	c.of = make([]int, len(c.near))
	for i := range c.of {
		c.of[i] = i
	}
}

// settle has nodes move until none does.
func (c *cutting) settle(s *stage) error {
	for moved := true; moved; {
		var err error
		if moved, err = c.round(s); err != nil {
			return err
		}
	}
	return nil
}

// merge goes on with the communities as nodes, as long as these move, and then
// gives each node the community of its own.
func (c *cutting) merge(s *stage) error {
	small := c.joined()
	moved, err := small.round(s)
	if err != nil || !moved {
		return err
	}
	if err := small.settle(s); err != nil {
		return err
	}
	if err := small.merge(s); err != nil {
		return err
	}
	for i, community := range c.of {
		c.of[i] = small.of[community]
	}
	return nil
}

// round asks every node once to move to the community of a neighbour where it
// raises the modularity most, and tells whether any did.
func (c *cutting) round(s *stage) (moved bool, err error) {
	ends, to := make([]int64, len(c.near)), make([]int64, len(c.near))
	for i, community := range c.of {
		ends[community] += c.ends[i]
	}
	var met []int
	for i, neighbours := range c.near {
		own := c.of[i]
		met = append(met[:0], own)
		for at, other := range neighbours {
			community := c.of[other]
			if to[community] == 0 && community != own {
				met = append(met, community)
			}
			if other != i {
				to[community] += c.weight[i][at]
			}
		}
		ends[own] -= c.ends[i]
		best, most := own, to[own]*c.all-ends[own]*c.ends[i]
		for _, community := range met[1:] {
			if gain := to[community]*c.all - ends[community]*c.ends[i]; gain > most {
				best, most = community, gain
			}
		}
		ends[best] += c.ends[i]
		if best != own {
			c.of[i], moved = best, true
		}
		for _, community := range met {
			to[community] = 0
		}
	}
	return moved, s.did(1)
}

// joined is the network of the communities, which it numbers anew.
func (c *cutting) joined() *cutting {
	number := make([]int, len(c.near)) // of a community, and one more; 0 for none
	var members [][]int
	for i, community := range c.of {
		if number[community] == 0 {
			members = append(members, nil)
			number[community] = len(members)
		}
		c.of[i] = number[community] - 1
		members[c.of[i]] = append(members[c.of[i]], i)
	}
	small := &cutting{all: c.all, near: make([][]int, len(members)), weight: make([][]int64, len(members)), ends: make([]int64, len(members))}
	to := make([]int64, len(members))
	for community, nodes := range members {
		for _, i := range nodes {
			small.ends[community] += c.ends[i]
			for at, other := range c.near[i] {
				if to[c.of[other]] == 0 {
					small.near[community] = append(small.near[community], c.of[other])
				}
				to[c.of[other]] += c.weight[i][at]
			}
		}
		for _, other := range small.near[community] {
			small.weight[community] = append(small.weight[community], to[other])
			to[other] = 0
		}
	}
	small.alone()
	return small
}
