package main

// bounds.go holds the bounds of what one request may ask of `guanxi serve`: each has a flag, an environment variable
// and a default, which is the one of the package that keeps to it.

import (
	"fmt"
	"reflect"
	"time"

	"guanxi/graph"
	"guanxi/server"
)

// bounds are prefixed by max- and GUANXI_MAX_.
type bounds struct {
	Body       int64         `env:"BODY" default:"1048576" placeholder:"BYTES" help:"Bytes of a request (${default})."`
	Tokens     int           `env:"TOKENS" default:"10000" placeholder:"N" help:"Tokens of a document (${default})."`
	Name       int           `env:"NAME" default:"200" placeholder:"N" help:"Letters of a name in a document (${default})."`
	Depth      int           `env:"DEPTH" default:"30" placeholder:"N" help:"Selections within each other (${default})."`
	Roots      int           `env:"ROOTS" default:"20" placeholder:"N" help:"Root fields of an operation (${default})."`
	Fields     int           `env:"FIELDS" default:"500" placeholder:"N" help:"Fields of an operation, with its fragments spread (${default})."`
	Aliases    int           `env:"ALIASES" default:"50" placeholder:"N" help:"Fields with an alias (${default})."`
	Nesting    int           `env:"NESTING" default:"30" placeholder:"N" help:"Lists and objects within each other in an argument or a variable (${default})."`
	List       int           `env:"LIST" default:"1000" placeholder:"N" help:"Items of a list in an argument or a variable (${default})."`
	Schema     int           `env:"SCHEMA" default:"8388608" placeholder:"BYTES" help:"Bytes of what an operation is told of the schema (${default})."`
	Page       int           `env:"PAGE" default:"5000" placeholder:"N" help:"Rows of a page; the schema's own bounds hold, too (${default})."`
	Levels     int           `env:"LEVELS" default:"12" placeholder:"N" help:"Objects below one another (${default})."`
	Conditions int           `env:"CONDITIONS" default:"30" placeholder:"N" help:"Weight of the conditions on related nodes, by how many there are and how deep they lie (${default})."`
	Cost       int           `env:"COST" default:"200000" placeholder:"ROWS" help:"Rows that an operation is estimated to read (${default})."`
	Columns    int           `env:"COLUMNS" default:"2000" placeholder:"N" help:"Columns that the statement of an operation reads (${default})."`
	Statement  int           `env:"STATEMENT" default:"32768" placeholder:"BYTES" help:"Bytes of Cypher that an operation becomes (${default})."`
	Answer     int           `env:"ANSWER" default:"33554432" placeholder:"BYTES" help:"Bytes of an answer's JSON (${default})."`
	Time       time.Duration `env:"TIME" default:"30s" placeholder:"TIME" help:"Time that the database may take for a statement (${default})."`
}

// Validate refuses a bound that nothing could keep to.
func (b bounds) Validate() error {
	v := reflect.ValueOf(b)
	for i := range v.NumField() {
		if v.Field(i).Int() < 1 {
			f := v.Type().Field(i)
			return fmt.Errorf("GUANXI_MAX_%s is %v: set it to more than 0", f.Tag.Get("env"), v.Field(i))
		}
	}
	return nil
}

// server are the bounds that are kept before an operation is compiled.
func (b bounds) server() server.Limits {
	return server.Limits{
		Body: b.Body, Tokens: b.Tokens, Name: b.Name, Depth: b.Depth, Roots: b.Roots, Fields: b.Fields, Aliases: b.Aliases,
		Nesting: b.Nesting, List: b.List, Schema: b.Schema,
	}
}

// graph adds the bounds that the compiler and the engine keep.
func (b bounds) graph(o graph.Options) graph.Options {
	o.MaxLevels, o.MaxConditions, o.MaxCost = b.Levels, b.Conditions, b.Cost
	o.MaxPage, o.MaxColumns, o.MaxStatement, o.MaxAnswer, o.StatementTimeout = b.Page, b.Columns, b.Statement, b.Answer, b.Time
	return o
}
