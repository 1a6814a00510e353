package main

// operation.go reads what is measured. Each file of operations/ is one operation: how ours, the peer and the hand-written
// server are asked, and a statement that finds the values to ask with in whatever graph there is.

import (
	"bytes"
	"context"
	"embed"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"path"
	"regexp"
	"slices"
	"strings"

	"github.com/rogpeppe/go-internal/txtar"
)

//go:embed operations/*.txtar
var operationFiles embed.FS

// An operation is a question that is asked of all three servers.
type operation struct {
	name      string
	what      string // in a sentence
	query     string // GraphQL, ours
	peer      string // the same as the peer spells it
	cypher    string // the best that we know to write by hand
	shape     string // of what that answers
	values    string // Cypher: a row for each set of variables
	selective bool   // whether it is held to the bound of selective nested filters
	peerFails bool   // whether the peer has been seen to fail on it, which is then checked

	variables [3][]map[string]any // of each server; those of one place are equal but for cursors
	bodies    [3][][]byte         // the requests
}

// readOperations reads the operations whose names match.
func readOperations(only *regexp.Regexp) ([]*operation, error) {
	entries, err := operationFiles.ReadDir("operations")
	if err != nil {
		return nil, err
	}
	var all []*operation
	for _, entry := range entries {
		name := strings.TrimSuffix(entry.Name(), ".txtar")
		if !only.MatchString(name) {
			continue
		}
		text, err := operationFiles.ReadFile(path.Join("operations", entry.Name()))
		if err != nil {
			return nil, err
		}
		op, err := parseOperation(name, text)
		if err != nil {
			return nil, err
		}
		all = append(all, op)
	}
	if len(all) == 0 {
		return nil, fmt.Errorf("no operation has a name that matches %q", only)
	}
	return all, nil
}

func parseOperation(name string, text []byte) (*operation, error) {
	archive := txtar.Parse(text)
	op := &operation{name: name, what: strings.TrimSpace(string(archive.Comment))}
	sections := map[string]*string{
		"operation.graphql": &op.query, "peer.graphql": &op.peer, "by-hand.cypher": &op.cypher, "by-hand.shape": &op.shape, "values.cypher": &op.values,
	}
	for _, file := range archive.Files {
		if file.Name == "notes" {
			for _, note := range strings.Fields(string(file.Data)) {
				switch note {
				case "selective":
					op.selective = true
				case "peer-fails":
					op.peerFails = true
				default:
					return nil, fmt.Errorf("operations/%s.txtar: a note %q is not known", name, note)
				}
			}
			continue
		}
		section := sections[file.Name]
		if section == nil {
			return nil, fmt.Errorf("operations/%s.txtar: a section %q is not known", name, file.Name)
		}
		*section = strings.TrimSpace(string(file.Data))
	}
	for section, text := range sections {
		if *text == "" && section != "peer.graphql" {
			return nil, fmt.Errorf("operations/%s.txtar: there is no section %q", name, section)
		}
	}
	if op.peer == "" {
		op.peer = op.query
	}
	return op, nil
}

// readValues asks the database for the values to ask with.
func (op *operation) readValues(ctx context.Context, db *graphDB) error {
	rows, err := db.read(ctx, op.values, nil)
	if err != nil {
		return fmt.Errorf("operations/%s.txtar: values.cypher: %w", op.name, err)
	}
	if len(rows) == 0 {
		return fmt.Errorf("operations/%s.txtar: values.cypher finds nothing in this graph", op.name)
	}
	for i := range op.variables {
		op.variables[i] = rows
	}
	return nil
}

// asked tells whether this server is measured.
func (op *operation) asked(server int) bool { return server != peer || !op.peerFails }

// place finds the cursors of a page that lies behind so many rows, and makes the requests.
func (op *operation) place(ctx context.Context, servers []*server) error {
	for i, row := range op.variables[ours] {
		behind, deep := row["behind"].(int64)
		if !deep {
			continue
		}
		cursor, err := cursorBehind(ctx, servers[ours], op.query, int(behind))
		if err != nil {
			return fmt.Errorf("operations/%s.txtar: %w", op.name, err)
		}
		op.variables[ours] = with(op.variables[ours], i, "after", cursor)
		offset := base64.StdEncoding.EncodeToString(fmt.Appendf(nil, "arrayconnection:%d", behind-1))
		op.variables[peer] = with(op.variables[peer], i, "after", offset)
	}
	for i := range op.bodies {
		query := op.query
		if i == peer {
			query = op.peer
		}
		for _, variables := range op.variables[i] {
			body, err := json.Marshal(map[string]any{"query": query, "variables": variables})
			if err != nil {
				return err
			}
			op.bodies[i] = append(op.bodies[i], body)
		}
	}
	return nil
}

// with is the rows with one more value in one of them.
func with(rows []map[string]any, at int, name string, value any) []map[string]any {
	rows = slices.Clone(rows)
	row := map[string]any{name: value}
	for k, v := range rows[at] {
		row[k] = v
	}
	rows[at] = row
	return rows
}

// endCursor finds a cursor in an answer, wherever it is.
var endCursor = regexp.MustCompile(`"endCursor":"([^"]*)"`)

// cursorBehind pages through a connection in strides until so many rows lie before the cursor.
func cursorBehind(ctx context.Context, s *server, query string, behind int) (string, error) {
	after := any(nil)
	for done := 0; done < behind; {
		stride := min(behind-done, 5000)
		body, err := json.Marshal(map[string]any{"query": query, "variables": map[string]any{"first": stride, "after": after}})
		if err != nil {
			return "", err
		}
		answer, err := s.ask(ctx, "", body)
		if err != nil {
			return "", err
		}
		found := endCursor.FindSubmatch(answer)
		if found == nil || bytes.Count(answer, []byte(`"node"`)) < stride {
			return "", fmt.Errorf("there are no %d rows to page behind: %.300s", behind, answer)
		}
		after, done = string(found[1]), done+stride
	}
	cursor, _ := after.(string)
	return cursor, nil
}
