// computation.go names the questions that Go works out: what each of them reads,
// in the same transaction, and the function that makes its rows of that. The rows
// (ids, scalars, and lists and maps of such) then enter the question's own file as
// the parameter $rows.

package question

import "context"

// Computations are those of the questions that have one, by the question's file.
var Computations = map[string]Computation{
	"paths.cypher": {
		Reads: []Read{{"paths.ends.cypher", 1}, {"paths.step.cypher", maxHops}, {"paths.degree.cypher", 1}},
		Rows:  pathRows,
	},
	"network.cypher":     {Reads: []Read{{"projection.cypher", 1}}, Rows: networkRows},
	"centrality.cypher":  {Reads: []Read{{"projection.cypher", 1}}, Rows: centralityRows},
	"communities.cypher": {Reads: []Read{{"projection.cypher", 1}}, Rows: communityRows},
}

// A Computation makes the rows of a question. Each file that it reads is adapted
// to the question's arguments and to @statements as the question's own file is.
type Computation struct {
	Reads []Read
	Rows  func(ctx context.Context, read Reader, args Args) (any, error)
}

// A Read is a file of this folder that a computation reads.
type Read struct {
	File  string
	Times int // how often it is read at most
}

// A Reader runs one of the computation's files, with parameters beside the
// question's arguments, and gives the columns of the one record that it returns.
type Reader func(ctx context.Context, file string, more map[string]any) ([]any, error)

// Args are the values of the question's arguments, as the database gets them; nil
// where there is none. For a question that answers with a list, `limit` is the
// number of rows that are wanted, in place of `first`.
type Args map[string]any

// Int is the argument's number; 0 if there is none.
func (a Args) Int(name string) int {
	n, _ := a[name].(int64)
	return int(n)
}

// Texts are the argument's texts.
func (a Args) Texts(name string) []string { return texts(a[name]) }

// texts are the texts in a list from the database.
func texts(list any) []string {
	items, _ := list.([]any)
	found := make([]string, 0, len(items))
	for _, item := range items {
		if text, ok := item.(string); ok {
			found = append(found, text)
		}
	}
	return found
}

// An ArgumentError says what is wrong with an argument, where it takes the
// database to tell.
type ArgumentError struct{ Argument, Message string }

func (e *ArgumentError) Error() string { return e.Argument + ": " + e.Message }

// A BoundError says that a computation would need more than one may have.
type BoundError struct{ Message string }

func (e *BoundError) Error() string { return e.Message }
