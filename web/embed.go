// Package web holds the pages for the browser: their sources (TypeScript, built by `make run` where Node is installed)
// and, embedded into the program, what that build made of them.
package web

import (
	"embed"
	"io/fs"
)

// dist is empty but for .gitkeep where the pages were never built: the program compiles without Node, and serves a page
// that says what is missing.
//
//go:embed all:dist
var dist embed.FS

// Files returns the built pages, and false if they were not built into this program.
func Files() (fs.FS, bool) {
	files, err := fs.Sub(dist, "dist")
	if err != nil {
		return nil, false
	}
	if _, err := fs.Stat(files, "index.html"); err != nil {
		return nil, false
	}
	return files, true
}
