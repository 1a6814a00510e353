package graph

// bench_test.go measures the stages that need no database: making a plan,
// finding one in the cache, and writing a record. bench/ measures whole
// operations against a real one.

import (
	"encoding/json"
	"fmt"
	"testing"

	"guanxi/schema"
)

const threeLevels = `query ($country: String!, $first: Int) {
  institutions(where: {country: {code: {eq: $country}}}, sort: [{name: ASC}], limit: $first) {
    id name kind
    agreements(sort: [{title: ASC}], limit: 10) {
      id title status
      parties(sort: [{name: ASC}], limit: 10) { id name }
    }
  }
}`

func offline(tb testing.TB) *Engine {
	tb.Helper()
	full, err := schema.Load()
	if err != nil {
		tb.Fatal(err)
	}
	engine, err := New(full, nil, Options{})
	if err != nil {
		tb.Fatal(err)
	}
	return engine
}

func parsed(tb testing.TB, e *Engine) Request {
	tb.Helper()
	request, errs := e.Parse(threeLevels, "", map[string]any{"country": "DE", "first": int64(50)})
	if errs != nil {
		tb.Fatal(errs)
	}
	return request
}

// BenchmarkCompile makes the plan and the statement of three levels anew.
func BenchmarkCompile(b *testing.B) {
	e := offline(b)
	request := parsed(b, e)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := e.compile(request); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkPlanCacheHit finds the plan of three levels and binds it.
func BenchmarkPlanCacheHit(b *testing.B) {
	e := offline(b)
	request := parsed(b, e)
	b.ReportAllocs()
	for b.Loop() {
		c, err := e.compiled(request)
		if err != nil {
			b.Fatal(err)
		}
		if _, err := c.plan.bind(request.Variables); err != nil {
			b.Fatal(err)
		}
	}
}

// The structs that a hand-written server would marshal for three levels.
type (
	benchAnswer struct {
		Institutions []benchInstitution `json:"institutions"`
	}
	benchInstitution struct {
		ID         string           `json:"id"`
		Name       string           `json:"name"`
		Kind       string           `json:"kind"`
		Agreements []benchAgreement `json:"agreements"`
	}
	benchAgreement struct {
		ID      string       `json:"id"`
		Title   string       `json:"title"`
		Status  string       `json:"status"`
		Parties []benchParty `json:"parties"`
	}
	benchParty struct {
		ID   string `json:"id"`
		Name string `json:"name"`
	}
)

// record makes the record of three levels, 50 x 5 x 5, and the equal structs.
func record() ([]any, benchAnswer) {
	var rows []any
	var answer benchAnswer
	for i := range 50 {
		institution := benchInstitution{fmt.Sprintf("institution-%d", i), fmt.Sprintf("Universität Nummer %d", i), "UNIVERSITY", nil}
		var agreements []any
		for j := range 5 {
			agreement := benchAgreement{fmt.Sprintf("grant:%d", i*5+j), fmt.Sprintf("An agreement on \"subject\" %d", j), "ACTIVE", nil}
			var parties []any
			for k := range 5 {
				party := benchParty{fmt.Sprintf("pic:%d", k), fmt.Sprintf("Party %d & partners", k)}
				agreement.Parties = append(agreement.Parties, party)
				parties = append(parties, []any{party.ID, party.Name})
			}
			institution.Agreements = append(institution.Agreements, agreement)
			agreements = append(agreements, []any{agreement.ID, agreement.Title, agreement.Status, parties})
		}
		answer.Institutions = append(answer.Institutions, institution)
		rows = append(rows, []any{institution.ID, institution.Name, institution.Kind, agreements})
	}
	return []any{rows}, answer
}

// BenchmarkWriteRecord writes the record; compare with BenchmarkMarshalStructs,
// which writes the same from structs with encoding/json.
func BenchmarkWriteRecord(b *testing.B) {
	e := offline(b)
	request := parsed(b, e)
	c, err := e.compiled(request)
	if err != nil {
		b.Fatal(err)
	}
	bound, err := c.plan.bind(request.Variables)
	if err != nil {
		b.Fatal(err)
	}
	rows, answer := record()
	want, err := json.Marshal(answer)
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	var w *writer
	for b.Loop() {
		w = &writer{binding: bound, pages: c.plan.pages, buf: make([]byte, 0, len(want)+512)}
		if !c.shape.write(w, rows) {
			b.Fatal(w.errors)
		}
	}
	var ours, theirs any
	if json.Unmarshal(w.buf, &ours) != nil || json.Unmarshal(want, &theirs) != nil || fmt.Sprint(ours) != fmt.Sprint(theirs) {
		b.Fatalf("not the same:\n%s\n%s", w.buf, want)
	}
}

// BenchmarkMarshalStructs is the measure for BenchmarkWriteRecord.
func BenchmarkMarshalStructs(b *testing.B) {
	_, answer := record()
	b.ReportAllocs()
	for b.Loop() {
		if _, err := json.Marshal(answer); err != nil {
			b.Fatal(err)
		}
	}
}
