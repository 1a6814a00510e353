package server

// limits.go refuses operations that are too large, before anything is compiled or asked of the database, and before they
// are validated: GraphQL's rules compare each two fields of one name, and 30 kB of them kept a core busy for 4 s. A
// document that is cached has passed. (The engine has limits of its own, on what the database would have to do.)

import (
	"context"
	"strconv"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/errcode"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
	"github.com/vektah/gqlparser/v2/lexer"
	"github.com/vektah/gqlparser/v2/parser"

	"guanxi/graph"
)

// Limits bound the size of a request.
type Limits struct {
	Body    int64 // bytes of a request
	Tokens  int   // tokens of a document
	Name    int   // letters of a name in a document
	Roots   int   // fields at the root of an operation
	Depth   int   // selections within selections; a fragment counts as one
	Fields  int   // fields in all, with fragments spread
	Aliases int   // the same, of those with an alias
	Nesting int   // lists and objects within each other, in an argument or a variable
	List    int   // items of a list in an argument or a variable
	Schema  int   // bytes of what an operation is told of the schema
}

// DefaultLimits leave room for more than GraphiQL's introspection, which is larger than most questions.
func DefaultLimits() Limits {
	return Limits{Body: 1 << 20, Tokens: 10_000, Name: 200, Roots: 20, Depth: 30, Fields: 500, Aliases: 50, Nesting: 30, List: 1000, Schema: 8 << 20}
}

// limiter holds requests to limits: as an extension of gqlgen's handler it sees the document before it is validated, and
// the variables after.
type limiter struct {
	Limits
	known  documents // what has passed before
	schema *ast.Schema
}

// ExtensionName is the name that gqlgen asks of an extension.
func (limiter) ExtensionName() string { return "Limits" }

// Validate accepts every schema.
func (limiter) Validate(graphql.ExecutableSchema) error { return nil }

// MutateOperationParameters refuses documents that are too large.
func (l limiter) MutateOperationParameters(ctx context.Context, p *graphql.RawParams) *gqlerror.Error {
	if _, ok := l.known.Get(ctx, p.Query); ok {
		return nil
	}
	document, err := parser.ParseQueryWithTokenLimit(&ast.Source{Input: p.Query}, l.Tokens)
	if err != nil {
		return l.parseError(err)
	}
	if err := l.names(p.Query); err != nil {
		return err
	}
	return l.check(document)
}

// names refuses a document with a name that is too long: validation compares an unknown one with all that it may be meant
// for, and 900 kB of one kept a core busy for minutes.
func (l limiter) names(text string) *gqlerror.Error {
	for tokens := lexer.New(&ast.Source{Input: text}); ; {
		token, err := tokens.ReadToken()
		if err != nil || token.Kind == lexer.EOF {
			return nil // the parser has told of an error
		}
		if token.Kind == lexer.Name && len(token.Value) > l.Name {
			return tooMuch(&token.Pos, "a name has %d letters, at most %d are allowed: no name of this schema is as long, and an alias need not be", len(token.Value), l.Name)
		}
	}
}

// parseError is what the parser says, and the place; for too many tokens, which have none, what to do.
func (l limiter) parseError(err error) *gqlerror.Error {
	e := gqlerror.WrapIfUnwrapped(err)
	if len(e.Locations) == 0 {
		e = gqlerror.Errorf("the document has more tokens than the %d that are allowed: "+
			"part it into several requests, or put long lists into variables", l.Tokens)
	}
	errcode.Set(e, errcode.ParseFailed)
	return e
}

// check refuses a document with an operation that is too large, or too many of them. Fragments that no operation spreads
// count too: they are validated like the others.
func (l limiter) check(d *ast.QueryDocument) *gqlerror.Error {
	m := measure{document: d, fragments: map[string]size{}}
	total := size{}
	for _, o := range d.Operations {
		s := m.set(o.SelectionSet)
		total.add(s)
		for _, c := range []struct {
			what       string
			asked, max int
			instead    string
		}{
			{"root fields", s.roots, l.Roots, "part them into several requests"},
			{"selections within each other", s.depth, l.Depth, "ask for the deeper ones in a request of their own, beginning with what is above them"},
			{"aliases", s.aliases, l.Aliases, "part them into several requests, or ask for many at once with an in: [ … ] in where"},
			{"lists and objects within each other in an argument", s.nesting, l.Nesting, "nest conditions less deep"},
			{"items in a list of an argument", s.list, l.List, "part the list into several requests"},
			{"fields", s.fields, l.Fields, "select fewer fields, or part them into several requests"},
		} {
			if c.asked > c.max {
				return tooMuch(o.Position, "%s has %s %s, at most %d are allowed: %s", describe(o), count(c.asked), c.what, c.max, c.instead)
			}
		}
	}
	for _, f := range d.Fragments {
		if _, ok := m.fragments[f.Name]; !ok {
			total.add(m.fragment(f.Name))
		}
		if depth := m.fragments[f.Name].depth; depth > l.Depth {
			return tooMuch(f.Position, "fragment %s has %s selections within each other, at most %d are allowed: ask for the deeper ones in a request of their own", f.Name, count(depth), l.Depth)
		}
	}
	if total.fields > l.Fields {
		return tooMuch(nil, "the document has %s fields, at most %d are allowed: send only the operation that is to run", count(total.fields), l.Fields)
	}
	return nil
}

// tooMuch is the error about a document, or an operation in it.
func tooMuch(at *ast.Position, format string, args ...any) *gqlerror.Error {
	e := coded(errcode.ValidationFailed, format, args...)
	if at != nil {
		e.Locations = []gqlerror.Location{{Line: at.Line, Column: at.Column}}
	}
	return e
}

// count writes a number, as far as it was counted.
func count(n int) string {
	if n == countless {
		return "more than a million"
	}
	return strconv.Itoa(n)
}

// describe names an operation.
func describe(o *ast.OperationDefinition) string {
	if o.Name == "" {
		return "the " + string(o.Operation)
	}
	return string(o.Operation) + " " + o.Name
}

// MutateOperationContext refuses variables that are nested too deep, hold too many items, or are not of their types.
func (l limiter) MutateOperationContext(_ context.Context, op *graphql.OperationContext) *gqlerror.Error {
	for _, v := range op.Operation.VariableDefinitions {
		s := sizeOfJSON(op.Variables[v.Variable])
		if s.nesting > l.Nesting {
			return tooMuch(v.Position, "variable $%s has %d lists and objects within each other, at most %d are allowed: nest conditions less deep",
				v.Variable, s.nesting, l.Nesting)
		}
		if s.list > l.List {
			return tooMuch(v.Position, "variable $%s has a list of %d items, at most %d are allowed: part the list into several requests",
				v.Variable, s.list, l.List)
		}
	}
	if err := graph.CheckVariables(l.schema, op.Operation, op.Variables); err != nil {
		errcode.Set(err, errcode.ValidationFailed)
		return err
	}
	return nil
}
