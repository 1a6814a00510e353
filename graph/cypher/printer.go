package cypher

// printer.go prints a tree, one clause a line, subqueries indented.

import (
	"fmt"
	"strings"
)

// String prints the query.
func (q Query) String() string {
	p := &printer{}
	p.query(q)
	return strings.TrimSuffix(p.String(), "\n")
}

// Text prints an expression on its own.
func Text(e Expr) string {
	p := &printer{}
	p.expr(e)
	return p.String()
}

type printer struct {
	strings.Builder
	depth int
}

func (p *printer) line(format string, args ...any) {
	p.WriteString(strings.Repeat("  ", p.depth))
	fmt.Fprintf(p, format, args...)
}

func (p *printer) query(q Query) {
	for _, c := range q {
		p.clause(c)
	}
}

func (p *printer) clause(c Clause) {
	switch c := c.(type) {
	case Match:
		p.line("MATCH ")
		p.pattern(c.Pattern)
		p.where(c.Where)
	case With:
		p.line("WITH ")
		if c.Distinct {
			p.WriteString("DISTINCT ")
		}
		p.items(c.Items)
		p.order(c.OrderBy)
		p.tail("\nSKIP ", c.Skip)
		p.tail("\nLIMIT ", c.Limit)
		p.where(c.Where)
	case Return:
		p.line("RETURN ")
		if c.Distinct {
			p.WriteString("DISTINCT ")
		}
		p.items(c.Items)
	case Unwind:
		p.line("UNWIND ")
		p.expr(c.List)
		p.WriteString(" AS " + Name(string(c.As)))
	case Call:
		p.line("")
		if c.Optional {
			p.WriteString("OPTIONAL ")
		}
		p.WriteString("CALL (")
		for i, v := range c.Import {
			p.comma(i)
			p.expr(v)
		}
		p.WriteString(") ")
		p.block(c.Query)
	case Union:
		word := "UNION\n"
		if c.All {
			word = "UNION ALL\n"
		}
		for i, q := range c.Queries {
			if i > 0 {
				p.line("%s", word)
			}
			p.query(q)
		}
		return
	case Verbatim:
		for i, line := range c.Lines {
			if i > 0 {
				p.WriteByte('\n')
			}
			p.line("")
			p.template(Template{line, c.Names})
		}
	default:
		panic(fmt.Sprintf("cypher: no such clause: %T", c))
	}
	p.WriteByte('\n')
}

func (p *printer) where(e Expr) {
	if e == nil {
		return
	}
	p.tail("\nWHERE ", e)
}

// tail prints a part of a clause that has a line of its own.
func (p *printer) tail(word string, e Expr) {
	if e == nil {
		return
	}
	p.WriteByte('\n')
	p.line("%s", word[1:])
	p.expr(e)
}

func (p *printer) items(items []Item) {
	for i, item := range items {
		p.comma(i)
		p.expr(item.Expr)
		if item.As != "" {
			p.WriteString(" AS " + Name(string(item.As)))
		}
	}
}

func (p *printer) order(keys []SortKey) {
	for i, key := range keys {
		if i == 0 {
			p.WriteByte('\n')
			p.line("ORDER BY ")
		} else {
			p.WriteString(", ")
		}
		p.expr(key.Expr)
		if key.Descending {
			p.WriteString(" DESC")
		}
	}
}

func (p *printer) pattern(pattern Pattern) {
	if pattern.Shortest != "" {
		p.WriteString(Name(string(pattern.Shortest)) + " = shortestPath(")
		defer p.WriteByte(')')
	}
	p.node(pattern.Node)
	for _, hop := range pattern.Hops {
		left, right := "-[", "]->"
		if hop.Direction == In {
			left, right = "<-[", "]-"
		}
		p.WriteString(left)
		p.WriteString(varName(hop.Var))
		p.anyOf(hop.AnyType)
		if hop.Max > 0 {
			fmt.Fprintf(p, "*1..%d", hop.Max)
		}
		p.WriteString(right)
		p.node(hop.To)
	}
}

func (p *printer) node(n Node) {
	p.WriteString("(" + varName(n.Var))
	p.anyOf(n.AnyLabel)
	if n.Key != "" {
		p.WriteString(" {" + Name(n.Key) + ": ")
		p.expr(n.Value)
		p.WriteByte('}')
	}
	p.WriteByte(')')
}

func varName(v Var) string {
	if v == "" {
		return ""
	}
	return Name(string(v))
}

func (p *printer) anyOf(names []string) {
	for i, name := range names {
		if i == 0 {
			p.WriteByte(':')
		} else {
			p.WriteByte('|')
		}
		p.WriteString(Name(name))
	}
}

// block prints a query between braces.
func (p *printer) block(q Query) {
	p.WriteString("{\n")
	p.depth++
	p.query(q)
	p.depth--
	p.line("}")
}

func (p *printer) comma(i int) {
	if i > 0 {
		p.WriteString(", ")
	}
}
