package seed

// dossiers.go carries the curated dossiers in the program.

import (
	"embed"
	"io/fs"
)

//go:embed dossiers/*.yaml
var dossiers embed.FS

// Curated returns the dossiers that come with the program.
func Curated() ([]File, error) {
	folder, err := fs.Sub(dossiers, "dossiers")
	if err != nil {
		return nil, err
	}
	return Read(folder)
}
