package graph

// recursion.go follows a relationship for more than one step: everything above
// an organization or a place, nearest first. A field with @chain reaches each node
// once, at the least number of steps, which is a property of the edge: what there
// is in place of a relationship is the map {depth}.
//
// How deep to go is a value, so no plan may depend on it. The path is bounded by
// the schema's maximum and cut by a condition on the depth. The nodes are made
// distinct before anything else is asked of them: Neo4j then walks breadth first
// and touches each once, however many ways lead to it and however they turn in
// circles. The depth is the length of a shortest path to a node that is known.
// What is above something does not include itself.

import (
	"fmt"

	"github.com/vektah/gqlparser/v2/ast"

	"guanxi/graph/cypher"
)

// depthName is the property of an edge that tells how many steps it stands for.
const depthName = "depth"

// A recursion is how far a hop may be repeated.
type recursion struct {
	max   int         // by the schema
	depth cypher.Expr // by the query; nil: as in max
	first int         // the first of the operation's parameters that is the hop's
}

// describeChain reads @chain.
func (m *model) describeChain(f *fieldModel, d *ast.Directive) error {
	f.rel.levels = intArg(d, "max")
	def := f.arguments["maxDepth"]
	switch {
	case f.rel.levels < 1:
		return fmt.Errorf("@chain(max: %d) leads nowhere; give 1 or more", f.rel.levels)
	case def == nil || def.Type.NamedType != "Int" || def.DefaultValue == nil || def.DefaultValue.Kind != ast.IntValue:
		return fmt.Errorf("@chain needs an argument maxDepth: Int with a default")
	case f.rel.link == nil || m.schema.Types[f.rel.link.name].Fields.ForName(depthName) == nil:
		return fmt.Errorf("@chain needs a @relationship whose properties have a %s", depthName)
	}
	return nil
}

// recursion is how far the field's hop is repeated where it is selected; nil if
// it is a single step.
func (s *selector) recursion(f *fieldModel, c collected, at place) *recursion {
	if f.rel.levels == 0 {
		return nil
	}
	def := f.arguments["maxDepth"]
	in := s.argument(c.fields[0], def, at)
	slotOf := in.slot
	if in.kind != leafInput { // a null asks nothing: as if it were not given
		slotOf = slot{literal: def.DefaultValue}
	}
	r := &recursion{max: f.rel.levels, first: len(s.params)}
	r.depth = s.add(param{slot: slotOf, place: in.place, read: depthReader(f.rel.levels)})
	return r
}

// usualRecursion is how far the field's hop is repeated in a condition, where no
// depth can be given: as far as its argument's default.
func usualRecursion(f *fieldModel) *recursion {
	if f.rel.levels == 0 {
		return nil
	}
	depth, _ := readInt(must(f.arguments["maxDepth"].DefaultValue.Value(nil)))
	return &recursion{max: int(depth)}
}

// must gives a value of the schema's own, which was validated.
func must(v any, err error) any {
	if err != nil {
		panic(err)
	}
	return v
}

// depthReader reads how many steps to go at most.
func depthReader(max int) func(any) (any, error) {
	return func(v any) (any, error) {
		n, err := readInt(v)
		switch {
		case err != nil:
			return nil, err
		case n < 0:
			return nil, fmt.Errorf("%d is negative; go 0 steps or more", n)
		case n > int64(max):
			return nil, fmt.Errorf("%d steps are asked for and at most %d are allowed; ask for fewer, and go on from the last one", n, max)
		}
		return n, nil
	}
}

// reach finds what lies at the other end of the hop, repeated as it says.
func (e *emitter) reach(at cypher.Var, h hop, to rowVars, where cypher.Expr) cypher.Query {
	if h.recursion == nil {
		if passing := h.scope.passing(to.rel, h.rel); passing != nil {
			where = cypher.And{passing, where}
		}
		return cypher.Query{cypher.Match{Pattern: e.pattern(at, h, to), Where: flat(where)}}
	}
	steps := e.fresh("s")
	walk := cypher.Match{
		Pattern: e.pattern(at, h, rowVars{node: to.node, rel: steps}),
		Where:   flat(cypher.And{cypher.Compare{L: to.node, Op: "<>", R: at}, h.everyStep(steps)}),
	}
	once := cypher.With{Distinct: true, Items: []cypher.Item{{Expr: to.node}}}
	if to.rel == "" { // nobody asks for the depth
		once.Where = flat(where)
		return cypher.Query{walk, once}
	}
	path := e.fresh("w")
	shortest := e.pattern(at, h, rowVars{node: to.node, rel: steps})
	shortest.Hops[0].To.AnyLabel = nil // known by now
	shortest.Shortest = path
	if h.recursion.depth != nil {
		where = cypher.And{cypher.Compare{L: cypher.Prop{Of: to.rel, Name: depthName}, Op: "<=", R: h.recursion.depth}, where}
	}
	edge := cypher.Map{{Key: depthName, Value: cypher.Func{Name: "length", Args: []cypher.Expr{path}}}}
	return cypher.Query{
		walk,
		once,
		cypher.Match{Pattern: shortest, Where: h.everyStep(steps)},
		cypher.With{Items: []cypher.Item{{Expr: to.node}, {Expr: edge, As: to.rel}}, Where: flat(where)},
	}
}

// everyStep is the condition that the scope counts each relationship on the way,
// nil if it counts all.
func (h hop) everyStep(steps cypher.Var) cypher.Expr {
	passing := h.scope.passing("step", h.rel)
	if passing == nil {
		return nil
	}
	return cypher.Template{Text: "all(step IN $steps WHERE $passing)", Names: map[string]cypher.Expr{"steps": steps, "passing": passing}}
}
