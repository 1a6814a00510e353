package main

// version.go is `guanxi version`.

import (
	"cmp"
	"fmt"
	"runtime"
	"runtime/debug"

	"guanxi/graph/local"
)

type versionCommand struct{}

// Run prints what this program was built from, and the Neo4j that it keeps.
func (*versionCommand) Run() error {
	version := "of a source tree"
	if info, ok := debug.ReadBuildInfo(); ok {
		revision := ""
		for _, s := range info.Settings {
			if s.Key == "vcs.revision" {
				revision = s.Value
			}
		}
		version = cmp.Or(revision, info.Main.Version, version)
	}
	fmt.Printf("guanxi %s, %s %s/%s, Neo4j %s\n", version, runtime.Version(), runtime.GOOS, runtime.GOARCH, local.Version)
	return nil
}
