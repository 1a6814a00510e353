package main

// bare.go is the measure for ours: an HTTP server over the bare driver, with a statement written by hand for every
// operation, in one managed read transaction each, and its answer written straight from the record.

import (
	"context"
	"encoding/json"
	"fmt"
	"net"
	"net/http"
	"os"
	"regexp"
	"strconv"
	"strings"
	"sync/atomic"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"guanxi/graph/local"
)

// serveBare serves until ctx ends, and prints where.
func serveBare(ctx context.Context) error {
	login := local.Login{URI: os.Getenv("NEO4J_URI"), Username: os.Getenv("NEO4J_USERNAME"), Password: os.Getenv("NEO4J_PASSWORD"), Database: os.Getenv("NEO4J_DATABASE")}
	driver, err := connect(login)
	if err != nil {
		return err
	}
	defer driver.Close(context.WithoutCancel(ctx))
	operations, err := readOperations(regexp.MustCompile(""))
	if err != nil {
		return err
	}
	mux := http.NewServeMux()
	for _, op := range operations {
		s, err := parseShape(op.shape)
		if err != nil {
			return fmt.Errorf("operations/%s.txtar: by-hand.shape: %w", op.name, err)
		}
		mux.Handle("POST /"+op.name, &handWritten{driver: driver, database: login.Database, statement: op.cypher, shape: s})
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return err
	}
	fmt.Printf("ready http://%s/\n", listener.Addr())
	server := &http.Server{Handler: mux}
	context.AfterFunc(ctx, func() { _ = server.Close() })
	_ = server.Serve(listener)
	return nil
}

// handWritten answers one operation.
type handWritten struct {
	driver    neo4j.DriverWithContext
	database  string
	statement string
	shape     *shape
	size      atomic.Int64 // of the last answer, which the next one will be like
}

// ServeHTTP answers one request.
func (h *handWritten) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	var request struct {
		Variables map[string]any `json:"variables"`
	}
	decoder := json.NewDecoder(r.Body)
	decoder.UseNumber()
	if err := decoder.Decode(&request); err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	record, err := h.ask(r.Context(), numbers(request.Variables).(map[string]any))
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	body := append(make([]byte, 0, h.size.Load()+512), `{"data":`...)
	body = h.shape.object(body, record.Values)
	body = append(body, '}')
	h.size.Store(int64(len(body)))
	w.Header().Set("Content-Type", "application/json")
	w.Header().Set("Content-Length", strconv.Itoa(len(body)))
	_, _ = w.Write(body)
}

// ask runs the statement.
func (h *handWritten) ask(ctx context.Context, params map[string]any) (*neo4j.Record, error) {
	session := h.driver.NewSession(ctx, neo4j.SessionConfig{AccessMode: neo4j.AccessModeRead, DatabaseName: h.database})
	defer session.Close(ctx)
	return neo4j.ExecuteRead(ctx, session, func(tx neo4j.ManagedTransaction) (*neo4j.Record, error) {
		result, err := tx.Run(ctx, h.statement, params)
		if err != nil {
			return nil, err
		}
		return result.Single(ctx)
	})
}

// numbers makes JSON's numbers those of Cypher.
func numbers(v any) any {
	switch v := v.(type) {
	case json.Number:
		if !strings.ContainsAny(v.String(), ".eE") {
			n, _ := v.Int64()
			return n
		}
		f, _ := v.Float64()
		return f
	case map[string]any:
		for key, item := range v {
			v[key] = numbers(item)
		}
		return v
	case []any:
		for i, item := range v {
			v[i] = numbers(item)
		}
		return v
	}
	return v
}
