package server

// compress_test.go tests what is compressed, for whom.

import (
	"compress/gzip"
	"io"
	"strings"
	"testing"
)

func TestCompress(t *testing.T) {
	long := `{"a":"` + strings.Repeat("name ", 2000) + `"}`
	for _, c := range []struct {
		name, data, accepts, media string
		compressed                 bool
	}{
		{"long", long, "gzip", jsonType, true},
		{"long, GraphQL's media type", long, "gzip, deflate", graphQLType, true},
		{"short", `{"a":1}`, "gzip", jsonType, false},
		{"not accepted", long, "", jsonType, false},
		{"refused", long, "gzip;q=0", jsonType, false},
		{"events", long, "gzip", "text/event-stream", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			h := []string{"Accept", c.media}
			if c.accepts != "" {
				h = append(h, "Accept-Encoding", c.accepts)
			} else {
				h = append(h, "Accept-Encoding", "identity")
			}
			response, body := ask(t, serve(t, answers(c.data)), good, h...)
			if got := response.Header.Get("Content-Encoding") == "gzip"; got != c.compressed {
				t.Fatalf("Content-Encoding is %q", response.Header.Get("Content-Encoding"))
			}
			if vary := strings.Join(response.Header.Values("Vary"), ","); c.media != "text/event-stream" && !strings.Contains(vary, "Accept-Encoding") {
				t.Errorf("Vary is %q", vary)
			}
			if c.compressed {
				if len(body) > len(c.data)/10 {
					t.Errorf("%d bytes of %d are left", len(body), len(c.data))
				}
				z, err := gzip.NewReader(strings.NewReader(body))
				if err != nil {
					t.Fatal(err)
				}
				plain, err := io.ReadAll(z)
				if err != nil {
					t.Fatal(err)
				}
				body = string(plain)
			}
			if !strings.Contains(body, `{"data":`+c.data+`}`) {
				t.Errorf("got %.200s", body)
			}
		})
	}
}
