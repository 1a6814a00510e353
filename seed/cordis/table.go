package cordis

// table.go reads tables, tab or comma separated, packed or not, row by row.
// A row that cannot be read is told with its file and line.

import (
	"compress/gzip"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strings"
)

// A row is a line of a table, by the names of its columns.
type row struct {
	file   string
	line   int
	header map[string]int
	fields []string
}

// get is a column's value without blanks around it.
func (r *row) get(column string) string { return strings.TrimSpace(r.fields[r.header[column]]) }

// fault is an error at this row.
func (r *row) fault(format string, args ...any) error {
	return fmt.Errorf("%s:%d: %s", r.file, r.line, fmt.Sprintf(format, args...))
}

// at is where the row stands, for whoever wants to look it up.
func (r *row) at() string {
	return fmt.Sprintf("%s, line %d", strings.TrimSuffix(r.file, ".gz"), r.line)
}

// A format is how a table is written.
type format func(io.Reader) records

// records are the rows of a table, one after the other.
type records interface {
	Read() ([]string, error)
	FieldPos(field int) (line, column int) // of the row that was read last
}

func tabs(in io.Reader) records   { return separated(in, '\t') }
func commas(in io.Reader) records { return separated(in, ',') }

func separated(in io.Reader, separator rune) records {
	table := csv.NewReader(in)
	table.Comma = separator
	table.FieldsPerRecord = -1 // counted by eachRow, in words of our own
	table.ReuseRecord = true
	return table
}

// eachRow hands over all rows of a table that has the given columns, until
// one is refused. The file may be packed: name.gz.
func eachRow(fsys fs.FS, name string, written format, columns []string, read func(*row) error) error {
	in, name, err := open(fsys, name)
	if err != nil {
		return err
	}
	defer in.Close()
	table := written(in)
	r := &row{file: name, header: map[string]int{}}
	header, err := table.Read()
	if err != nil {
		return unreadable(name, 1, err)
	}
	for i, column := range header {
		r.header[column] = i
	}
	for _, column := range columns {
		if _, there := r.header[column]; !there {
			return fmt.Errorf("%s:1: there is no column %q; the table needs the columns %s", name, column, strings.Join(columns, ", "))
		}
	}
	width := len(header)
	for {
		r.fields, err = table.Read()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return unreadable(name, r.line+1, err)
		}
		r.line, _ = table.FieldPos(0)
		if len(r.fields) != width {
			return r.fault("the row has %d columns and the table's head has %d; correct the row", len(r.fields), width)
		}
		if err := read(r); err != nil {
			return err
		}
	}
}

// open opens the packed file or the plain one.
func open(fsys fs.FS, name string) (io.ReadCloser, string, error) {
	packed, err := fsys.Open(name + ".gz")
	if errors.Is(err, fs.ErrNotExist) {
		plain, err := fsys.Open(name)
		if errors.Is(err, fs.ErrNotExist) {
			return nil, "", fmt.Errorf("there is neither %s nor %s.gz in the folder; name the folder of the H2020 tables", name, name)
		}
		return plain, name, err
	}
	if err != nil {
		return nil, "", err
	}
	unpacked, err := gzip.NewReader(packed)
	if err != nil {
		packed.Close()
		return nil, "", fmt.Errorf("%s.gz: %w; fetch the file again", name, err)
	}
	return &packedFile{unpacked, packed}, name + ".gz", nil
}

// A packedFile closes the file along with its unpacking.
type packedFile struct {
	io.Reader
	file fs.File
}

func (p *packedFile) Close() error { return p.file.Close() }

// unreadable tells where and why a table cannot be read.
func unreadable(name string, line int, err error) error {
	var broken *csv.ParseError
	switch {
	case errors.As(err, &broken):
		return fmt.Errorf("%s:%d: %w; correct the row", name, broken.StartLine, broken.Err)
	case errors.Is(err, io.EOF):
		return fmt.Errorf("%s:1: the table is empty; fetch the file again", name)
	}
	return fmt.Errorf("%s:%d: %w; fetch the file again", name, line, err)
}
