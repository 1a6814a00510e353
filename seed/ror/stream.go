package ror

// stream.go reads a file record by record, and tells where each stands.

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"time"
)

// written is the day on which the file was written last.
func written(file string) (time.Time, error) {
	info, err := os.Stat(file)
	if err != nil || info.IsDir() {
		return time.Time{}, fmt.Errorf("%s is no file; name a file of ROR's records: v2.0-….json, or one of a record a line, packed (.gz) or not", file)
	}
	y, m, d := info.ModTime().UTC().Date()
	return time.Date(y, m, d, 0, 0, 0, 0, time.UTC), nil
}

// eachRecord hands over the records of the file, until one is refused. They are
// elements of one JSON array, or follow one another.
func eachRecord(file string, read func(*organization) error) error {
	f, err := os.Open(file)
	if err != nil {
		return err
	}
	defer f.Close()
	in, err := unpacked(bufio.NewReader(f))
	if err != nil {
		return fmt.Errorf("%s: %w; fetch the file again", file, err)
	}
	lines := &lineReader{in: in, line: 1, upTo: longest}
	decoder := json.NewDecoder(lines)
	number := 0
	fault := func(err error) error {
		return fmt.Errorf("%s:%d: record %d: %w", file, lines.at(decoder.InputOffset()), number, err)
	}
	if first, err := lines.peek(); err == nil && first == '[' {
		if _, err := decoder.Token(); err != nil {
			return fault(err)
		}
	}
	for decoder.More() {
		number++
		lines.upTo = decoder.InputOffset() + longest
		var raw json.RawMessage
		if err := decoder.Decode(&raw); err != nil {
			return fault(fmt.Errorf("%w; fetch the file again", broken(err)))
		}
		o, err := readRecord(raw)
		if err == nil {
			err = read(o)
		}
		if err != nil {
			return fault(err)
		}
	}
	if _, err := decoder.Token(); err != nil && !errors.Is(err, io.EOF) { // the end of the array, or of the file
		return fault(fmt.Errorf("%w; fetch the file again", broken(err)))
	}
	if number == 0 {
		return fmt.Errorf("%s: there is no record in it; name a file of ROR's records", file)
	}
	return nil
}

// broken says of an end that comes too early what it is.
func broken(err error) error {
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		return errors.New("the file ends in the middle of the record")
	}
	return err
}

// unpacked unpacks what is packed: gzip begins with these two bytes.
func unpacked(in *bufio.Reader) (*bufio.Reader, error) {
	if head, err := in.Peek(2); err != nil || !bytes.Equal(head, []byte{0x1f, 0x8b}) {
		return in, nil
	}
	packed, err := gzip.NewReader(in)
	return bufio.NewReader(packed), err
}

// longest is how many bytes a record has at most; ROR's longest has some 50,000.
const longest = 4 << 20

// A lineReader remembers where lines end until it is asked, and gives no more than
// a record's bytes between two questions.
type lineReader struct {
	in   *bufio.Reader
	read int64   // bytes so far
	upTo int64   // bytes that it gives
	ends []int64 // of lines, those after the last question
	line int     // at the last question
}

func (l *lineReader) Read(p []byte) (int, error) {
	if l.read >= l.upTo {
		return 0, fmt.Errorf("the record has more than %d bytes, and none of ROR's has", longest)
	}
	n, err := l.in.Read(p[:min(int64(len(p)), l.upTo-l.read)])
	for i, b := range p[:n] {
		if b == '\n' {
			l.ends = append(l.ends, l.read+int64(i))
		}
	}
	l.read += int64(n)
	return n, err
}

// peek gives the first byte that is no white space, which it passes.
func (l *lineReader) peek() (byte, error) {
	for {
		b, err := l.in.ReadByte()
		switch {
		case err != nil:
			return 0, err
		case b == '\n':
			l.line++
		case b != ' ' && b != '\t' && b != '\r':
			return b, l.in.UnreadByte()
		}
	}
}

// at gives the line of a place in the text; the next one asked for must not lie
// before it.
func (l *lineReader) at(offset int64) int {
	passed := 0
	for passed < len(l.ends) && l.ends[passed] < offset {
		passed++
	}
	l.line, l.ends = l.line+passed, l.ends[passed:]
	return l.line
}
