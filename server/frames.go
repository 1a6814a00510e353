package server

// frames.go decides whose pages may show the explorer in a frame (embed=1 in an address). A frame is not clicked to harm:
// the pages only read, and have neither a login nor cookies. But a page that frames one has the browser ask whatever the
// address says, and a server on a laptop should not ask for any page that its user visits. So there it is only pages of the
// same machine, unless the operator names others; and GraphiQL and what is no view are in no frame at all.

import (
	"fmt"
	"net/http"
	"slices"
	"strings"
)

// Whose pages may frame where the operator says nothing.
const (
	framedByAll     = "*"
	framedByMachine = "'self' http://localhost:* http://127.0.0.1:*"
	framedByNone    = "'none'"
)

// parseFrames gives the sources of frame-ancestors for a list of origins, "*" or "none"; nothing for an empty list.
func parseFrames(list []string) (string, error) {
	if slices.Equal(list, []string{"none"}) {
		return framedByNone, nil
	}
	if slices.Contains(list, "none") {
		return "", fmt.Errorf("GUANXI_FRAMES: none stands alone; name the origins without it")
	}
	o, err := parseOrigins("GUANXI_FRAMES", list)
	switch {
	case err != nil:
		return "", err
	case o.all:
		return framedByAll, nil
	case len(o.some) == 0:
		return "", nil
	}
	return "'self' " + strings.Join(o.some, " "), nil
}

// framed lets other pages frame what is asked for with embed=1.
func (s *Server) framed(next http.Handler, loopback bool) http.Handler {
	ancestors := s.frames
	if ancestors == "" {
		ancestors = framedByAll
		if loopback {
			ancestors = framedByMachine
		}
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Query().Get("embed") == "1" {
			w.Header().Set("Content-Security-Policy", policyFor(ancestors))
		}
		next.ServeHTTP(w, r)
	})
}

// policyFor is the policy of a page that the given sources may frame.
func policyFor(ancestors string) string {
	return fmt.Sprintf("%s; frame-ancestors %s", policy, ancestors)
}
