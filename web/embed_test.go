package web

// embed_test.go tests what a browser gets.

import (
	"io/fs"
	"os"
	"path"
	"regexp"
	"testing"
)

// fromElsewhere finds what a page or a style sheet would load from another server. (Links to click are no loads.)
var fromElsewhere = regexp.MustCompile(`(?:<(?:script|link|img|iframe)[^>]+(?:src|href)=["']?|url\(["']?|@import ["'])(?:https?:)?//[^"')>]*`)

func TestPagesLoadNothingFromElsewhere(t *testing.T) {
	files, built := Files()
	if !built {
		const missing = "the pages are not built: make build builds them where Node 20 is installed"
		if os.Getenv("CI") != "" {
			t.Fatal(missing)
		}
		t.Skip(missing)
	}
	err := fs.WalkDir(files, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || path.Ext(name) == ".js" {
			return err // scripts are held by the server's Content-Security-Policy
		}
		text, err := fs.ReadFile(files, name)
		if found := fromElsewhere.Find(text); found != nil {
			t.Errorf("%s loads %s", name, found)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestLockHasNoAddresses(t *testing.T) {
	lock, err := os.ReadFile("package-lock.json")
	if err != nil {
		t.Fatal(err)
	}
	if found := regexp.MustCompile(`"resolved": "http[^"]*`).Find(lock); found != nil {
		t.Errorf("package-lock.json names where packages come from: %s; keep web/.npmrc when installing", found)
	}
}
