package server

// persisted.go offers automatic persisted queries, by Apollo's protocol: a client sends the SHA-256 of a document in
// place of the document, and the document too when the server says that it does not know it. A hash is short enough for
// a URL, so that long queries can be asked by GET.

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/errcode"
	"github.com/99designs/gqlgen/graphql/handler/lru"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

// What is kept: 1,000 documents of at most 32 KiB each.
const (
	persistedDocuments    = 1000
	persistedDocumentSize = 32 << 10
)

// notPersisted is the code of a hash that is not known. Message and code are those that clients look for.
const notPersisted = "PERSISTED_QUERY_NOT_FOUND"

// persisted is the extension of gqlgen's handler that knows documents by their hash.
type persisted struct{ known *lru.LRU[string] }

func newPersisted() persisted { return persisted{lru.New[string](persistedDocuments)} }

// ExtensionName is the name that gqlgen asks of an extension.
func (persisted) ExtensionName() string { return "PersistedQueries" }

// Validate accepts every schema.
func (persisted) Validate(graphql.ExecutableSchema) error { return nil }

// MutateOperationParameters puts the document in the place of its hash.
func (x persisted) MutateOperationParameters(ctx context.Context, p *graphql.RawParams) *gqlerror.Error {
	hash, err := persistedHash(p.Extensions)
	switch {
	case err != nil:
		return coded(badRequest, "%v", err)
	case hash == "":
		return nil
	case p.Query == "":
		text, ok := x.known.Get(ctx, hash)
		if !ok {
			return coded(notPersisted, "PersistedQueryNotFound")
		}
		p.Query = text
	case sha256Of(p.Query) != hash:
		return coded(badRequest, "the query is not the one that extensions.persistedQuery.sha256Hash stands for: send the SHA-256 of the query, in hexadecimal")
	}
	return nil
}

// MutateOperationContext keeps a document that was sent with its hash, now that it is valid.
func (x persisted) MutateOperationContext(ctx context.Context, op *graphql.OperationContext) *gqlerror.Error {
	hash, _ := persistedHash(op.Extensions)
	if hash != "" && len(op.RawQuery) <= persistedDocumentSize {
		x.known.Add(ctx, hash, op.RawQuery)
	}
	return nil
}

// persistedHash is the hash in the extensions of a request, "" if there is none.
func persistedHash(extensions map[string]any) (string, error) {
	given, ok := extensions["persistedQuery"]
	if !ok || given == nil {
		return "", nil
	}
	object, _ := given.(map[string]any)
	hash, _ := object["sha256Hash"].(string)
	if hash == "" {
		return "", fmt.Errorf(`extensions.persistedQuery has no hash: send {"version": 1, "sha256Hash": "…"}`)
	}
	if fmt.Sprint(object["version"]) != "1" {
		return "", fmt.Errorf("extensions.persistedQuery is of another version than 1, which is the only one known")
	}
	return strings.ToLower(hash), nil
}

func sha256Of(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:])
}

// coded is a GraphQL error with a code.
func coded(code, format string, args ...any) *gqlerror.Error {
	e := gqlerror.Errorf(format, args...)
	errcode.Set(e, code)
	return e
}
