package graph

// plan.go holds the plan: what an operation asks, in the words of the model and
// no longer of GraphQL, and not yet of Cypher. Every node of it is a small
// struct; planprint.go prints them.

import (
	"github.com/vektah/gqlparser/v2/ast"

	"guanxi/graph/cypher"
)

// A plan is a whole operation: an object whose fields are the roots.
type plan struct {
	root    *object
	params  []param
	pages   []page
	cursors []*cursor
	choices []choice
	load    load
	demands

	computations []*computation // what Go works out first
}

// A value is what one field answers with.
type value interface{ value() }

// A property is a property of the node, relationship or map at hand.
type property struct {
	name   string
	scalar string // the GraphQL type's name
	list   bool
}

// An expression is a hand-written expression over what is at hand.
type expression struct {
	name     string          // of the field
	template cypher.Template // over $this and the parameters
	scalar   string
	list     bool
}

// Rows of things, each answering with Of. One tells that only the first is
// wanted, as itself and not as a list.
type rows struct {
	from     source
	where    predicate
	way      choice // of nodesOf: how those for which where holds are found
	every    choice // of a connection's: how all of them are found, not a page
	sort     []sortKey
	distinct bool
	skip     cypher.Expr // nil: none
	limit    cypher.Expr
	page     int // of plan.pages, where the caller may choose; else -1
	one      bool
	unread   bool  // only their number is asked for
	of       value // an object, or a property of it
}

// A connection is rows as edges, with their count and where their page lies.
type connection struct {
	rows    rows
	total   bool         // whether their number is
	cursors bool         // whether a row has to tell its sort keys
	columns []edgeColumn // what is read of each row
	parts   []value      // what is told of all rows: aggregate, facets
	whole   []*object    // what a question's own fields read of all rows together, as {rows: …}
	fields  []connectionField

	order          []sortKey // of the edges, whichever side they are read from
	backward       bool      // they are read from the end
	cursor         *cursor   // nil: none is given or asked for
	previous, next bool      // whether it is asked if there is a page before, and behind
	cut            bool      // the rows are those of the page, in order
}

// An edgeColumn is what is read of a row's node, or of its relationship: an
// object, or a property of it.
type edgeColumn struct {
	link bool
	of   value
}

// A connectionField is a field of a connection, of its pageInfo or of its
// edges; name is the schema's.
type connectionField struct {
	key, name string
	below     []connectionField
	column    int  // of an edge's node and properties, of the connection's parts
	whole     bool // the column is of what is read of all rows together
}

// An object is what is selected of a node, relationship or map.
type object struct {
	t        *typeModel
	scope    scope // of what lies below; without a weakest where that is said around it
	columns  []value
	variants []variant
}

// A variant is the selection as it applies to one concrete type, or to every
// type of the object, when t is nil.
type variant struct {
	t      *typeModel
	fields []selected
}

// A selected field answers under key with a column, or with the type's name
// when column is -1.
type selected struct {
	key     string
	column  int
	t       *ast.Type
	literal string // of __typename on a concrete type
}

func (*object) value()     {}
func (property) value()    {}
func (expression) value()  {}
func (rows) value()        {}
func (*connection) value() {}

// A source is where rows come from.
type source interface{ source() }

// nodesOf are the nodes of a type.
type nodesOf struct{ labels []string }

// across are the nodes at the other end of a relationship of the node at hand.
type across struct{ hop hop }

// A hop is a relationship to follow and the labels of where it leads.
type hop struct {
	rel    relModel
	types  []string
	labels []string
	scope  scope
	one    bool     // it leads to one node at most
	sure   bool     // it leads to nodes with the labels only
	via    []string // of a derived relationship: the labels of the node between

	recursion *recursion // nil: a single step
}

// computed are the rows of a hand-written statement over what is at hand.
type computed struct {
	name    string // of the question's file or of the field
	text    []string
	column  string                 // the one that is the row; empty: each row is all of its columns
	args    map[string]cypher.Expr // parameters by the names that the statement gives them
	first   int                    // the first of the operation's parameters that is the statement's
	over    bool                   // over what is at hand, as `this`
	basis   bool                   // the rows are statements, of which the scope may leave some out
	scope   scope
	columns []string // that the selection reads, when each row is all of its columns

	computation *computation // nil: its rows are not given to it
}

// elements are those of a list in the map at hand, or its single entry; or what
// an expression makes of what is at hand.
type elements struct {
	of   value // a property or an expression
	list bool
}

func (nodesOf) source()  {}
func (across) source()   {}
func (computed) source() {}
func (elements) source() {}

// A sortKey is a property of the row's node, or of its relationship, or how far
// that property is from a point; or it is read from what is related.
type sortKey struct {
	property   string
	typ        string      // of its values; empty: not known
	from       cypher.Expr // nil: the property itself
	related    *relatedKey
	edge       bool
	descending bool
	required   bool // every row has a value
	unique     bool // no two rows have the same
}

// A predicate is a condition on a row.
type predicate interface{ predicate() }

type (
	allOf  []predicate
	anyOf  []predicate
	negate struct{ of predicate }

	// test compares a property of the node, or of the relationship, with a parameter.
	test struct {
		property string
		of       *aggregate // if not nil, what is compared
		uniqueOn []string   // the labels on which it is a unique key; none if it is not
		edge     bool
		operator *operator
		group    string // of operators, such as caseInsensitive; empty if the operator is in none
		operand  cypher.Param
		beside   map[string]cypher.Expr // what else the operator compares with, by name
	}
	// missing holds when the property has no value.
	missing struct {
		property string
		of       *aggregate
		edge     bool
	}
	// isOne holds for nodes of some labels.
	isOne struct{ labels []string }
	// related counts the nodes across a hop for which where holds.
	related struct {
		quantifier string // some all none single
		hop        hop
		where      predicate
		edges      bool // single counts relationships, not nodes
		aside      bool // asked of what was found: no search begins there
	}
)

func (allOf) predicate()   {}
func (anyOf) predicate()   {}
func (negate) predicate()  {}
func (test) predicate()    {}
func (missing) predicate() {}
func (isOne) predicate()   {}
func (related) predicate() {}
