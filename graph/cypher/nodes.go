// Package cypher builds Cypher text from a small tree. It is a leaf: it knows
// the language and nothing of GraphQL or of the graph's model.
//
// nodes.go holds the tree, printer.go prints it, quote.go quotes names, and
// token.go reads the hand-written statements that become part of a tree.
package cypher

// A Query is a sequence of clauses.
type Query []Clause

// A Clause is one clause of a query.
type Clause interface{ clause() }

// Match finds Pattern, keeping the rows for which Where holds.
type Match struct {
	Pattern Pattern
	Where   Expr // nil: every row
}

// With carries Items on to the clauses that follow.
type With struct {
	Distinct bool
	Items    []Item
	OrderBy  []SortKey
	Skip     Expr // nil: none
	Limit    Expr // nil: none
	Where    Expr // nil: every row
}

// Return ends a query or a subquery.
type Return struct {
	Distinct bool
	Items    []Item
}

// Unwind makes a row of each element of List.
type Unwind struct {
	List Expr
	As   Var
}

// Call runs Query for each row, with the variables of Import in scope. Optional
// keeps a row for which it gives none.
type Call struct {
	Optional bool
	Import   []Var
	Query    Query
}

// Union is the rows that any of its queries returns: each once, or with All as
// often as it comes.
type Union struct {
	All     bool
	Queries []Query
}

// Verbatim is a hand-written statement, one line an element, whose $names are
// replaced by expressions.
type Verbatim struct {
	Lines []string
	Names map[string]Expr
}

func (Match) clause()    {}
func (With) clause()     {}
func (Return) clause()   {}
func (Unwind) clause()   {}
func (Call) clause()     {}
func (Union) clause()    {}
func (Verbatim) clause() {}

// An Item is an expression and the name that it gets; without a name, the
// expression is a variable that keeps its own.
type Item struct {
	Expr Expr
	As   Var
}

// A SortKey is one key of an ORDER BY.
type SortKey struct {
	Expr       Expr
	Descending bool
}

// A Pattern is a node followed by any number of hops. With Shortest it matches
// only a shortest path between two ends that are known, which is Shortest's value.
type Pattern struct {
	Shortest Var // may be empty
	Node     Node
	Hops     []Hop
}

// A Node pattern matches nodes that bear one of AnyLabel (any node if empty)
// and whose Key property, if named, equals Value.
type Node struct {
	Var      Var
	AnyLabel []string
	Key      string
	Value    Expr
}

// A Direction tells which way a relationship is followed.
type Direction int

// The directions of a hop, seen from the node on its left.
const (
	Out Direction = iota
	In
)

// A Hop is a relationship of one of AnyType and the node that it leads to. With
// Max it is one to Max relationships in a row, and Var is their list.
type Hop struct {
	Var       Var // may be empty
	AnyType   []string
	Max       int // 0: a single one
	Direction Direction
	To        Node
}

// An Expr is an expression.
type Expr interface{ expr() }

// A Var is the name of a variable.
type Var string

// A Param is the name of a statement parameter.
type Param string

// A Verb is text that stands as it is: a keyword such as null, true or a
// number that the compiler itself chose. Never a literal of a request.
type Verb string

// Prop reads property (or map key) Name of Of.
type Prop struct {
	Of   Expr
	Name string
}

// List is a list literal.
type List []Expr

// Map is a map literal.
type Map []Entry

// An Entry is a key of a map and its value.
type Entry struct {
	Key   string
	Value Expr
}

// Func calls a function.
type Func struct {
	Name string
	Args []Expr
}

// Compare is L Op R.
type Compare struct {
	L  Expr
	Op string
	R  Expr
}

// And holds when all of its parts do; empty, always.
type And []Expr

// Or holds when one of its parts does; empty, never.
type Or []Expr

// Not negates X.
type Not struct{ X Expr }

// IsNull holds when X has no value.
type IsNull struct{ X Expr }

// NotNull holds when X has a value.
type NotNull struct{ X Expr }

// HasLabel holds when X bears one of Any.
type HasLabel struct {
	X   Expr
	Any []string
}

// Template is a hand-written expression whose $names are replaced by
// expressions.
type Template struct {
	Text  string
	Names map[string]Expr
}

// Collect is COLLECT { … }: the list of the rows that Query returns.
type Collect struct{ Query Query }

// Exists is EXISTS { … }.
type Exists struct{ Query Query }

// Count is COUNT { … }.
type Count struct{ Query Query }

// Head is the first element of List, null if it is empty.
type Head struct{ List Expr }

func (Var) expr()      {}
func (Param) expr()    {}
func (Verb) expr()     {}
func (Prop) expr()     {}
func (List) expr()     {}
func (Map) expr()      {}
func (Func) expr()     {}
func (Compare) expr()  {}
func (And) expr()      {}
func (Or) expr()       {}
func (Not) expr()      {}
func (IsNull) expr()   {}
func (NotNull) expr()  {}
func (HasLabel) expr() {}
func (Template) expr() {}
func (Collect) expr()  {}
func (Exists) expr()   {}
func (Count) expr()    {}
func (Head) expr()     {}
