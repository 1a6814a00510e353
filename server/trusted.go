package server

// trusted.go is the allow-list: with it, a server runs the documents that its operator trusts and no others, asked for
// by their text or by their hash.

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
	"github.com/vektah/gqlparser/v2/lexer"
	"github.com/vektah/gqlparser/v2/validator/rules"
)

// Trusted are the documents that a server runs. Spaces, commas and comments make no difference between two texts.
type Trusted struct {
	texts  map[[sha256.Size]byte]bool // by fingerprint
	byHash map[string]string
}

// LoadTrusted reads .graphql and .gql files, each one document, and .json manifests, {"hash": "document"}, from a file
// or from a folder and those in it. Each document must be valid.
func LoadTrusted(path string, schema *ast.Schema) (*Trusted, error) {
	t := &Trusted{texts: map[[sha256.Size]byte]bool{}, byHash: map[string]string{}}
	err := filepath.WalkDir(path, func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		switch filepath.Ext(name) {
		case ".graphql", ".gql", ".json":
			return t.load(name, schema)
		}
		if name == path {
			return fmt.Errorf("%s is neither a .graphql nor a .json file", name)
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("trusted documents: %w", err)
	}
	if len(t.texts) == 0 {
		return nil, fmt.Errorf("trusted documents: there are none in %s: put .graphql files or a .json manifest there", path)
	}
	return t, nil
}

// load adds a file.
func (t *Trusted) load(name string, schema *ast.Schema) error {
	text, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	if filepath.Ext(name) != ".json" {
		document := string(text)
		return t.add(name, schema, document, sha256Of(document), sha256Of(strings.TrimSpace(document)))
	}
	var manifest map[string]string
	d := json.NewDecoder(bytes.NewReader(text))
	if err := d.Decode(&manifest); err != nil {
		return fmt.Errorf(`%s must hold {"hash": "document", …}: %w`, name, err)
	}
	for hash, document := range manifest {
		if err := t.add(name+": "+hash, schema, document, strings.ToLower(hash), sha256Of(document)); err != nil {
			return err
		}
	}
	return nil
}

// add adds a document, which can be asked for by each of the hashes.
func (t *Trusted) add(name string, schema *ast.Schema, document string, hashes ...string) error {
	if _, errs := gqlparser.LoadQueryWithRules(schema, document, rules.NewDefaultRules()); len(errs) > 0 {
		return fmt.Errorf("%s: %w", name, errs)
	}
	print, err := fingerprint(document)
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	t.texts[print] = true
	for _, hash := range hashes {
		t.byHash[hash] = document
	}
	return nil
}

// Len is how many documents there are.
func (t *Trusted) Len() int { return len(t.texts) }

// fingerprint is the hash of a document's tokens.
func fingerprint(document string) (print [sha256.Size]byte, err error) {
	h := sha256.New()
	for tokens := lexer.New(&ast.Source{Input: document}); ; {
		token, err := tokens.ReadToken()
		// The lexer gives a nil of another type than error's.
		if fault, ok := errors.AsType[*gqlerror.Error](err); ok && fault != nil {
			return print, fault
		}
		if token.Kind == lexer.Comment {
			continue
		}
		if token.Kind == lexer.EOF {
			return [sha256.Size]byte(h.Sum(nil)), nil
		}
		fmt.Fprintf(h, "%d %q\n", token.Kind, token.Value)
	}
}

// ExtensionName is the name that gqlgen asks of an extension.
func (*Trusted) ExtensionName() string { return "Trusted" }

// Validate accepts every schema.
func (*Trusted) Validate(graphql.ExecutableSchema) error { return nil }

// MutateOperationParameters refuses what is not trusted, and puts documents in the place of their hashes.
func (t *Trusted) MutateOperationParameters(_ context.Context, p *graphql.RawParams) *gqlerror.Error {
	if p.Query == "" {
		hash, err := persistedHash(p.Extensions)
		if err != nil {
			return coded(badRequest, "%v", err)
		}
		if text, ok := t.byHash[hash]; ok {
			p.Query = text
			return nil
		}
	} else if print, err := fingerprint(p.Query); err == nil && t.texts[print] {
		return nil
	}
	return coded(forbidden, "this server runs only documents that it was told to trust, and this is none of them: "+
		"whoever runs it can add the document to those of --trusted, or GUANXI_TRUSTED")
}
