package cypher

// expr.go prints expressions. Every operand that is itself an operation stands
// in parentheses: nobody, and no parser, has to know the precedences.

import (
	"fmt"
	"strings"
)

func (p *printer) expr(e Expr) {
	switch e := e.(type) {
	case Var:
		p.WriteString(Name(string(e)))
	case Param:
		p.WriteString("$" + Name(string(e)))
	case Verb:
		p.WriteString(string(e))
	case Prop:
		p.operand(e.Of)
		p.WriteString("." + Name(e.Name))
	case List:
		p.WriteByte('[')
		p.exprs(e)
		p.WriteByte(']')
	case Map:
		p.WriteByte('{')
		for i, entry := range e {
			p.comma(i)
			p.WriteString(Name(entry.Key) + ": ")
			p.expr(entry.Value)
		}
		p.WriteByte('}')
	case Func:
		p.WriteString(e.Name + "(")
		p.exprs(e.Args)
		p.WriteByte(')')
	case Compare:
		p.operand(e.L)
		p.WriteString(" " + e.Op + " ")
		p.operand(e.R)
	case And:
		p.joined(e, " AND ", "true")
	case Or:
		p.joined(e, " OR ", "false")
	case Not:
		p.WriteString("NOT ")
		p.operand(e.X)
	case IsNull:
		p.operand(e.X)
		p.WriteString(" IS NULL")
	case NotNull:
		p.operand(e.X)
		p.WriteString(" IS NOT NULL")
	case HasLabel:
		p.operand(e.X)
		p.anyOf(e.Any)
	case Template:
		p.template(e)
	case Collect:
		p.WriteString("COLLECT ")
		p.block(e.Query)
	case Exists:
		p.WriteString("EXISTS ")
		p.block(e.Query)
	case Count:
		p.WriteString("COUNT ")
		p.block(e.Query)
	case Head:
		p.WriteString("head(")
		p.expr(e.List)
		p.WriteByte(')')
	default:
		panic(fmt.Sprintf("cypher: no such expression: %T", e))
	}
}

func (p *printer) exprs(list []Expr) {
	for i, e := range list {
		p.comma(i)
		p.expr(e)
	}
}

// joined prints the parts of an And or an Or; alone, a part needs no word.
func (p *printer) joined(parts []Expr, word, empty string) {
	switch len(parts) {
	case 0:
		p.WriteString(empty)
	case 1:
		p.expr(parts[0])
	default:
		for i, part := range parts {
			if i > 0 {
				p.WriteString(word)
			}
			p.operand(part)
		}
	}
}

// operand prints e, in parentheses if it is an operation.
func (p *printer) operand(e Expr) {
	for {
		one := parts(e)
		if len(one) != 1 {
			break
		}
		e = one[0]
	}
	switch e := e.(type) {
	case And:
		p.group(e, len(e) > 0)
	case Or:
		p.group(e, len(e) > 0)
	case Compare, Not, IsNull, NotNull, HasLabel, Template:
		p.group(e, true)
	default:
		p.expr(e)
	}
}

// group prints e, in parentheses if asked.
func (p *printer) group(e Expr, parentheses bool) {
	if !parentheses {
		p.expr(e)
		return
	}
	p.WriteByte('(')
	p.expr(e)
	p.WriteByte(')')
}

// parts are those of an And or an Or, and none of anything else.
func parts(e Expr) []Expr {
	switch e := e.(type) {
	case And:
		return e
	case Or:
		return e
	}
	return nil
}

// template prints a hand-written expression, its $names replaced.
func (p *printer) template(t Template) {
	for _, token := range Tokens(t.Text) {
		if e := t.Names[strings.TrimPrefix(token.Text, "$")]; e != nil && token.Kind == Parameter {
			p.operand(e)
			continue
		}
		p.WriteString(token.Text)
	}
}
