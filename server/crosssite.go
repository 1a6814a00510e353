package server

// crosssite.go refuses what another site's page has a browser send. CORS keeps such a page from reading the answer, but
// not from having the question run, by an image or a script whose address is a query.

import (
	"net/http"
	"net/url"
	"strings"
)

// sites are those that browsers name for requests of other pages than ours. A port makes no site, so that a page of
// another program on this machine is of the same site.
var sites = map[string]bool{"cross-site": true, "same-site": true}

// foreign reports whether a page of another site sent r. Browsers that do not name the site, or not over plain http in a
// network, name at least the page's origin where a script asks, and mostly its address where an image does: that has to be
// of the host that was asked.
func foreign(r *http.Request) bool {
	if site := r.Header.Get("Sec-Fetch-Site"); site != "" {
		return sites[site]
	}
	from := r.Header.Get("Origin")
	if from == "" {
		from = r.Header.Get("Referer")
	}
	if from == "" {
		return false
	}
	u, err := url.Parse(from)
	return err != nil || !strings.EqualFold(u.Host, r.Host) // "null" has no host
}

// guard answers requests of our own pages, of allowed origins, and of all that is no browser.
func (o origins) guard(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if foreign(r) && !o.allowed(r.Header.Get("Origin")) {
			fault(w, r, forbidden, "a page of another site may not ask here: whoever runs this server can allow its origin "+
				"with --cors or GUANXI_CORS")
			return
		}
		next.ServeHTTP(w, r)
	})
}
