package main

// query.go is `guanxi query`: a GraphQL file to its answer, or to what it is compiled to.

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"guanxi/graph"
	"guanxi/schema"
	"guanxi/server"
)

type queryCommand struct {
	File      string `arg:"" help:"A file with a GraphQL query; - reads it from the standard input."`
	Variables string `short:"v" placeholder:"FILE" help:"The values of its variables: a JSON file, or the JSON itself."`
	Operation string `short:"o" placeholder:"NAME" help:"Which operation to run, if the file has several."`
	Cypher    bool   `xor:"what" help:"Print the Cypher statement and its parameters instead; the database is not asked."`
	Plan      bool   `xor:"what" help:"Run it and print Neo4j's plan instead, with rows and db hits."`
}

// Run prints the answer, or what was asked for in its place.
func (c *queryCommand) Run(ctx context.Context, d *database) error {
	query, err := readFile(c.File)
	if err != nil {
		return err
	}
	variables, err := c.variables()
	if err != nil {
		return err
	}
	if c.Cypher {
		return c.ask(ctx, nil, string(query), variables, c.printCypher)
	}
	return d.with(ctx, func(db *connection) error {
		return c.ask(ctx, db, string(query), variables, func(e *graph.Engine, r graph.Request) error {
			if c.Plan {
				return printPlan(ctx, e, r)
			}
			return printAnswer(ctx, e, r)
		})
	})
}

// ask makes an engine (without a database it can only compile) and has it read the query; then does the rest.
func (c *queryCommand) ask(ctx context.Context, db *connection, query string, variables map[string]any, then func(*graph.Engine, graph.Request) error) error {
	api, err := schema.Load()
	if err != nil {
		return err
	}
	var driver neo4j.DriverWithContext
	var o graph.Options
	if db != nil {
		driver, o.Database = db.driver, db.login.Database
	}
	e, err := graph.New(api, driver, o)
	if err != nil {
		return err
	}
	if db != nil {
		if err := e.Refresh(ctx); err != nil {
			return err
		}
	}
	r, faults := e.Parse(query, c.Operation, variables)
	if len(faults) > 0 {
		return c.tell(faults)
	}
	if server.Introspects(r.Operation) {
		return fmt.Errorf("%s asks for the schema, which the server answers: see guanxi serve, and /schema.graphql there", c.File)
	}
	return c.place(then(e, r))
}

// printAnswer prints the answer as a GraphQL response. A part of it may be missing: then the command fails, too.
func printAnswer(ctx context.Context, e *graph.Engine, r graph.Request) error {
	ctx, done := watched(ctx)
	answer, err := e.Answer(ctx, r)
	done()
	if err != nil {
		return err
	}
	response := struct {
		Errors     gqlerror.List   `json:"errors,omitempty"`
		Data       json.RawMessage `json:"data"`
		Extensions any             `json:"extensions,omitempty"`
	}{Errors: answer.Errors, Data: answer.Data}
	if len(answer.Truncated) > 0 {
		response.Extensions = map[string]any{"truncated": answer.Truncated}
	}
	if err := printJSON(response); err != nil {
		return err
	}
	if len(answer.Errors) > 0 {
		return errors.New("the answer has errors, and so has gaps")
	}
	return nil
}

// printCypher prints the statement, after those that Go reads to compute its rows, and its parameters as JSON.
func (c *queryCommand) printCypher(e *graph.Engine, r graph.Request) error {
	statement, err := e.Compile(r)
	if err != nil {
		return err
	}
	for _, read := range statement.Reads {
		fmt.Printf("// %s, read first, at most %d\n%s\n\n", read.File, read.Times, read.Cypher)
	}
	fmt.Println(statement.Cypher)
	fmt.Println()
	return printJSON(statement.Params)
}

// printPlan prints where each search starts and why, and the plan that Neo4j ran.
func printPlan(ctx context.Context, e *graph.Engine, r graph.Request) error {
	statement, err := e.Compile(r)
	if err != nil {
		return err
	}
	for _, anchor := range statement.Anchors {
		fmt.Println(anchor)
	}
	plan, _, err := e.Profile(ctx, r)
	if err != nil {
		return err
	}
	fmt.Print(plan)
	return nil
}

// variables reads the variables, of a file or as they stand.
func (c *queryCommand) variables() (map[string]any, error) {
	if c.Variables == "" {
		return nil, nil
	}
	text := []byte(c.Variables)
	if !strings.HasPrefix(strings.TrimSpace(c.Variables), "{") {
		var err error
		if text, err = readFile(c.Variables); err != nil {
			return nil, err
		}
	}
	d := json.NewDecoder(bytes.NewReader(text))
	d.UseNumber()
	var variables map[string]any
	if err := d.Decode(&variables); err != nil {
		return nil, fmt.Errorf("%s: it must hold a JSON object, such as {\"country\": \"AU\"}: %w", c.Variables, err)
	}
	return variables, nil
}

// tell prints errors of the query, each with its place, and ends the command.
func (c *queryCommand) tell(faults gqlerror.List) error {
	for _, f := range faults {
		place := c.File
		if len(f.Locations) > 0 {
			place = fmt.Sprintf("%s:%d:%d", c.File, f.Locations[0].Line, f.Locations[0].Column)
		}
		if len(f.Path) > 0 {
			place += ": " + f.Path.String()
		}
		fmt.Fprintf(os.Stderr, "%s: %s\n", place, f.Message)
	}
	return errReported
}

// place adds its place in the file to an error of the engine.
func (c *queryCommand) place(err error) error {
	if e, ok := errors.AsType[*graph.Error](err); ok && e.Position != nil {
		return fmt.Errorf("%s:%d:%d: %w", c.File, e.Position.Line, e.Position.Column, err)
	}
	return err
}

// readFile reads a file, or the standard input as -.
func readFile(name string) ([]byte, error) {
	if name == "-" {
		return io.ReadAll(os.Stdin)
	}
	text, err := os.ReadFile(name)
	if err != nil {
		return nil, fmt.Errorf("cannot read %s: %w", name, errors.Unwrap(err))
	}
	return text, nil
}

// printJSON prints v for people: indented, and without escapes for HTML.
func printJSON(v any) error {
	e := json.NewEncoder(os.Stdout)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(v)
}
