package seed

// check.go reads dossiers and finds what is wrong with them, alone and
// together: one dossier can name what another gives a country to, so they are
// checked as a whole.

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
)

// A File is a dossier as it was written.
type File struct {
	Name string // as faults shall call it
	Text []byte
}

// Dossiers are dossiers without a fault, ready to be loaded.
type Dossiers struct {
	statements Statements
}

// Check reads the dossiers and finds all faults of all of them. There are
// dossiers to load only if there is no fault.
//
// An entity needs a name in one dossier only, and dossiers must not
// contradict one another, so give all that will be loaded together.
func Check(files []File) (*Dossiers, Faults, error) {
	m, err := loadModel()
	if err != nil {
		return nil, nil, err
	}
	files = slices.Clone(files)
	slices.SortFunc(files, func(a, b File) int { return strings.Compare(a.Name, b.Name) })
	var faults Faults
	var all []*dossier
	for _, file := range files {
		if d := readDossier(m, file.Name, file.Text, &faults); d != nil {
			all = append(all, d)
		}
	}
	for _, d := range all {
		d.checkLinks(&faults)
	}
	checkSources(all, &faults)
	u := unite(all, &faults)
	if len(all) == len(files) { // else the name or the statement may stand in the one that could not be read
		u.checkNames(&faults)
		u.checkInferred(all, &faults)
	}
	u.checkLinks(all, &faults)
	if faults.sort(); len(faults) > 0 {
		return nil, faults, nil
	}
	return &Dossiers{u.statements(all)}, nil, nil
}

// largest is how many bytes a dossier has at most.
const largest = 16 << 20

// Read returns the dossiers in a file system: its files *.yaml.
func Read(fsys fs.FS) ([]File, error) {
	names, err := fs.Glob(fsys, "*.yaml")
	if err != nil {
		return nil, err
	}
	var files []File
	for _, name := range names {
		info, err := fs.Stat(fsys, name)
		switch {
		case err != nil:
			return nil, err
		case !info.Mode().IsRegular():
			return nil, fmt.Errorf("%s is no regular file; a dossier is one", name)
		case info.Size() > largest:
			return nil, fmt.Errorf("%s has %d bytes and a dossier at most %d; write one for each source", name, info.Size(), largest)
		}
		data, err := fs.ReadFile(fsys, name)
		if err != nil {
			return nil, err
		}
		files = append(files, File{name, data})
	}
	return files, nil
}

// CheckPaths checks the dossiers at the given paths. A folder stands for its
// files *.yaml. A file is checked together with the other dossiers of its
// folder, of whose own faults nothing is said, but of those that come of it.
//
// They are checked together with beside, the dossiers that they are loaded with;
// one of those gives way to a file of the same name.
func CheckPaths(beside []File, paths ...string) (*Dossiers, Faults, error) {
	var files []File
	var asked []string
	folders := map[string]bool{}
	for _, p := range paths {
		info, err := os.Stat(p)
		if err != nil {
			return nil, nil, fmt.Errorf("%s: %w; give the path of a dossier or of a folder of dossiers", p, bare(err))
		}
		folder := p
		if !info.IsDir() {
			folder = filepath.Dir(p)
			asked = append(asked, path.Join(filepath.ToSlash(folder), filepath.Base(p)))
			if filepath.Ext(p) != ".yaml" {
				return nil, nil, fmt.Errorf("%s: a dossier's name ends in .yaml; rename it", p)
			}
		}
		if folders[folder] {
			continue
		}
		folders[folder] = true
		found, err := Read(os.DirFS(folder))
		if err != nil {
			return nil, nil, fmt.Errorf("%s: %w", folder, err)
		}
		if len(found) == 0 {
			return nil, nil, fmt.Errorf("%s: there is no dossier, no file *.yaml, in this folder", folder)
		}
		for _, file := range found {
			file.Name = path.Join(filepath.ToSlash(folder), file.Name)
			files = append(files, file)
			if info.IsDir() {
				asked = append(asked, file.Name)
			}
		}
	}
	for _, file := range beside {
		same := func(f File) bool { return path.Base(f.Name) == path.Base(file.Name) }
		if !slices.ContainsFunc(files, same) {
			files = append(files, file)
		}
	}
	dossiers, faults, err := Check(files)
	if err != nil || len(faults) == 0 {
		return dossiers, nil, err
	}
	// What an asked one contradicts may be told at the place of another.
	others := slices.DeleteFunc(slices.Clone(files), func(f File) bool { return slices.Contains(asked, f.Name) })
	_, own, err := Check(others)
	return dossiers, slices.DeleteFunc(faults, func(f Fault) bool { return !slices.Contains(asked, f.File) && slices.Contains(own, f) }), err
}

// bare is the reason of a file error without its path, which stands before it.
func bare(err error) error {
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Err
	}
	return err
}

// checkSources finds source ids that are used twice, or for an entity too.
func checkSources(all []*dossier, faults *Faults) {
	sources := map[string]text{}
	for _, d := range all {
		if d.id.Value == "" {
			continue
		}
		if first, twice := sources[d.id.Value]; twice {
			faults.add(d.id.At, "the source id %q is that of the dossier at %s too; give each document its own", d.id.Value, first.At)
		} else {
			sources[d.id.Value] = d.id
		}
		if d.id.Value == countriesSource {
			faults.add(d.id.At, "the source id %q is that of the table of countries; choose another", d.id.Value)
		}
	}
	for _, d := range all {
		for _, m := range d.mentions {
			if source, both := sources[m.id]; both {
				faults.add(m.at, "the id %q is that of the source at %s; give the entity another id", m.id, source.At)
			}
		}
	}
}

// checkLinks checks a dossier's own entries against one another, and drops
// those that repeat another, so that no more is made of them.
func (d *dossier) checkLinks(faults *Faults) {
	listed := map[string]*mention{}
	d.mentions = slices.DeleteFunc(d.mentions, func(e *mention) bool {
		first := listed[e.id]
		if first == nil {
			listed[e.id] = e
			return false
		}
		faults.add(e.at, "%q is listed at line %d of this dossier already; put both entries into one", e.id, first.at.Line)
		return true
	})
	keys := map[string]*link{}
	d.links = slices.DeleteFunc(d.links, func(l *link) bool {
		first := keys[l.key()]
		if first == nil {
			keys[l.key()] = l
			d.checkEnds(l, listed, faults)
			return false
		}
		faults.add(l.at, "this repeats the %s from %s to %s of line %d; put both into one, with both locators", l.typ.name, l.from.Value, l.to.Value, first.at.Line)
		return true
	})
}

// checkEnds checks that both ends are listed and fit the relationship.
func (d *dossier) checkEnds(l *link, listed map[string]*mention, faults *Faults) {
	from, to := listed[l.from.Value], listed[l.to.Value]
	for _, end := range []struct {
		id text
		e  *mention
	}{{l.from, from}, {l.to, to}} {
		if end.e == nil {
			faults.add(end.id.At, "%q is not among this dossier's entities; list it there, with its locator", end.id.Value)
		}
	}
	if l.from.Value == l.to.Value {
		faults.add(l.at, "%s leads from %q to itself; correct one of its ends", l.typ.name, l.from.Value)
		return
	}
	if from == nil || to == nil || from.typ == nil || to.typ == nil || l.typ.ends[[2]string{from.typ.name, to.typ.name}] {
		return
	}
	switch {
	case !slices.Contains(l.typ.sources(), from.typ.name):
		faults.add(l.from.At, "%s cannot lead from %q, which is of type %s; it leads from %s", l.typ.name, l.from.Value, from.typ.name, oneOf(l.typ.sources()))
	case !slices.Contains(l.typ.targets(), to.typ.name):
		faults.add(l.to.At, "%s cannot lead to %q, which is of type %s; it leads to %s", l.typ.name, l.to.Value, to.typ.name, oneOf(l.typ.targets()))
	default:
		faults.add(l.at, "%s cannot lead from an entity of type %s to one of type %s; correct one of its ends", l.typ.name, from.typ.name, to.typ.name)
	}
}
