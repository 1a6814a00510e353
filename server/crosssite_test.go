package server

// crosssite_test.go sends what browsers send for pages of other sites.

import (
	"context"
	"net/http"
	"strings"
	"testing"

	"guanxi/graph"
)

func TestPagesOfOtherSites(t *testing.T) {
	const allowed = "https://map.example"
	for _, c := range []struct {
		name, site, origin string
		passes             bool
	}{
		{"no browser", "", "", true},
		{"our page", "same-origin", "", true},
		{"typed by a person", "none", "", true},
		{"an image on another site", "cross-site", "", false},
		{"another site's script", "cross-site", "https://evil.example", false},
		{"another program on this machine", "same-site", "http://localhost:5173", false},
		{"an allowed origin", "cross-site", allowed, true},
		{"a sandboxed frame", "cross-site", "null", false},
		{"our page, behind a proxy with another name", "same-origin", "https://guanxi.example", true},
		{"another origin, where no site is named", "", "http://evil.example", false},
		{"no origin to name", "", "null", false},
		{"another port of this machine", "", "http://127.0.0.1:1", false},
		{"our own origin", "", "own", true},
		{"an allowed origin, where no site is named", "", allowed, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			asked := 0
			e := fakeEngine{answer: func(context.Context, graph.Request) (*graph.Answer, error) {
				asked++
				return &graph.Answer{Data: []byte(`{}`)}, nil
			}}
			s := serve(t, e, func(o *Options) { o.Origins = []string{allowed} })
			h := headers{"Content-Type", "application/json"}
			for _, pair := range []headers{{"Sec-Fetch-Site", c.site}, {"Origin", c.origin}} {
				if pair[1] == "own" {
					pair[1] = s.URL
				}
				if pair[1] != "" {
					h = append(h, pair...)
				}
			}
			for method, url := range map[string]string{"GET": s.URL + "/graphql?query={institutions{id}}", "POST": s.URL + "/graphql"} {
				asked = 0
				response, body := send(t, method, url, good, h)
				if passed := response.StatusCode == 200; passed != c.passes || (asked == 1) != c.passes {
					t.Errorf("%s: got %d %s, the engine was asked %d times", method, response.StatusCode, body, asked)
				}
				if !c.passes && (response.StatusCode != 403 || !strings.Contains(body, "--cors") || !strings.Contains(body, `"FORBIDDEN"`)) {
					t.Errorf("%s: got %d %s", method, response.StatusCode, body)
				}
			}
			// A link to the page itself may stand anywhere.
			if response, _ := send(t, http.MethodGet, s.URL+"/", "", h); response.StatusCode != 200 {
				t.Errorf("the page: got %d", response.StatusCode)
			}
		})
	}
}

func TestImagesOfOtherSites(t *testing.T) {
	s := serve(t, answers(`{}`))
	for from, want := range map[string]int{"http://evil.example/page": 403, s.URL + "/graphiql": 200} {
		if response, body := send(t, http.MethodGet, s.URL+"/graphql?query={institutions{id}}", "", headers{"Referer", from}); response.StatusCode != want {
			t.Errorf("from %s: got %d %s", from, response.StatusCode, body)
		}
	}
}
