package server

// compress.go sends long answers compressed to those who accept that: an answer repeats its keys in every row, and was
// seen to shrink to a tenth.

import (
	"net/http"

	"github.com/klauspost/compress/gzhttp"
)

// compressFrom is the size from which compressing is worth its time.
const compressFrom = 1 << 10

// compressed are the media types that shrink. An event stream is not among them: its events shall not wait.
var compressed = []string{
	graphQLType, jsonType, "text/plain", "text/html", "text/css", "text/javascript", "application/javascript", "image/svg+xml",
}

// compress compresses with gzip.
func compress(next http.Handler) http.Handler {
	wrap, err := gzhttp.NewWrapper(gzhttp.MinSize(compressFrom), gzhttp.CompressionLevel(1), gzhttp.ContentTypes(compressed))
	if err != nil {
		panic("server: " + err.Error()) // an option of ours is wrong
	}
	return wrap(next)
}
