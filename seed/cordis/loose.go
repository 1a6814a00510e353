package cordis

// loose.go reads a comma separated table whose writer put fields between
// quotes and did not always double the quotes inside them.

import (
	"bufio"
	"encoding/csv"
	"errors"
	"io"
	"strings"
)

// A looseReader takes a quote as the end of a field only where a comma or the
// end of the line follows, and as a part of the field elsewhere.
type looseReader struct {
	in    *bufio.Reader
	lines int // read so far
	line  int // where the last row began
}

func looseCommas(in io.Reader) records { return &looseReader{in: bufio.NewReader(in)} }

func (l *looseReader) FieldPos(int) (line, column int) { return l.line, 1 }

// Read returns the next row. A field between quotes may go on in further
// lines.
func (l *looseReader) Read() ([]string, error) {
	l.line = l.lines + 1
	rest, err := l.next()
	if err != nil {
		return nil, err
	}
	var fields []string
	for {
		var field string
		more := false
		if strings.HasPrefix(rest, `"`) {
			if field, rest, more, err = l.quoted(rest[1:]); err != nil {
				return nil, err
			}
		} else {
			field, rest, more = strings.Cut(rest, ",")
		}
		fields = append(fields, field)
		if !more {
			return fields, nil
		}
	}
}

// quoted returns the field whose opening quote has been read, what follows
// it, and whether a further field does.
func (l *looseReader) quoted(text string) (field, rest string, more bool, err error) {
	from := 0
	for {
		i := strings.IndexByte(text[from:], '"')
		if i < 0 {
			line, err := l.next()
			if errors.Is(err, io.EOF) {
				return "", "", false, &csv.ParseError{StartLine: l.line, Err: errors.New("a quote is opened and not closed")}
			}
			if err != nil {
				return "", "", false, err
			}
			from = len(text) + 1
			text += "\n" + line
			continue
		}
		end := from + i
		if after := text[end+1:]; after == "" || after[0] == ',' {
			return strings.ReplaceAll(text[:end], `""`, `"`), strings.TrimPrefix(after, ","), after != "", nil
		}
		from = end + 1
	}
}

// next returns the next line without its end.
func (l *looseReader) next() (string, error) {
	line, err := l.in.ReadString('\n')
	if err != nil && (line == "" || !errors.Is(err, io.EOF)) {
		return "", err
	}
	l.lines++
	return strings.TrimRight(line, "\r\n"), nil
}
