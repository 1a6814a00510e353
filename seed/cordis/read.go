package cordis

// read.go reads the data set's tables and joins them. All is read and checked
// before anything is written, so that a broken row costs nothing but its
// repair.

import (
	"io/fs"
	"regexp"
	"strconv"
	"strings"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j/dbtype"

	"guanxi/seed"
)

// The tables.
const (
	projectsFile       = "projects.tsv"
	organisationsFile  = "unique_org.tsv"
	participationsFile = "edges.tsv"
	typesFile          = "odfest2017-org-activitytype.csv"
	titlesFile         = "h2020-projects.from-xlsx.csv"
)

// A project is a grant.
type project struct {
	id, reference, acronym, title, status string
	start, end                            dbtype.Date // zero where there is none
	cost                                  float64
	costed                                bool
	coordinator, coordinatorCountry       string
	at                                    string
	parties                               []*organisation
	coordinating                          *organisation // one of the parties, if it can be told
}

// An organisation takes part in projects.
type organisation struct {
	id, name, shortName, country string
	activity                     string // HES, PRC, REC, PUB, OTH, or "" where it is not told
	byName                       bool   // the activity is that of an organisation with this name
	at                           string
	projects                     []participation
}

// A participation is an organisation's part in a project.
type participation struct {
	project *project
	at      string
}

// A dataset is all that the tables say, in their order.
type dataset struct {
	projects      []*project
	organisations []*organisation
}

// readAll reads the tables.
func readAll(fsys fs.FS) (*dataset, error) {
	var d dataset
	projects, err := d.readProjects(fsys)
	if err == nil {
		err = d.readTitles(fsys)
	}
	var activities *activities
	if err == nil {
		activities, err = readActivities(fsys)
	}
	var organisations map[string]*organisation
	if err == nil {
		organisations, err = d.readOrganisations(fsys, activities)
	}
	if err == nil {
		err = d.readParticipations(fsys, projects, organisations)
	}
	for _, p := range d.projects {
		p.findCoordinator()
	}
	return &d, err
}

var numberPattern = regexp.MustCompile(`^\d+$`)

// readProjects returns the projects by their record number.
func (d *dataset) readProjects(fsys fs.FS) (map[string]*project, error) {
	byNumber := map[string]*project{}
	columns := []string{"rcn", "reference", "acronym", "status", "startDate", "endDate", "totalCost", "coordinator", "coordinatorCountry"}
	return byNumber, eachRow(fsys, projectsFile, tabs, columns, func(r *row) error {
		number := r.get("rcn")
		if !numberPattern.MatchString(number) {
			return r.fault("the record number rcn is %q; it must be digits", number)
		}
		if byNumber[number] != nil {
			return r.fault("the record number %s stands in an earlier row; leave one out", number)
		}
		p := &project{id: "grant:" + number, reference: r.get("reference"), acronym: r.get("acronym"), status: r.get("status"),
			coordinator: r.get("coordinator"), coordinatorCountry: r.get("coordinatorCountry"), at: r.at()}
		if p.acronym == "" {
			return r.fault("the project has no acronym; give it one")
		}
		if err := p.readNumbers(r); err != nil {
			return err
		}
		byNumber[number] = p
		d.projects = append(d.projects, p)
		return nil
	})
}

// readNumbers reads the project's days and its cost, any of which may be
// missing.
func (p *project) readNumbers(r *row) (err error) {
	for column, day := range map[string]*dbtype.Date{"startDate": &p.start, "endDate": &p.end} {
		if text := r.get(column); text != "" {
			if *day, err = seed.ParseDay(text); err != nil {
				return r.fault("%s is %q; %v", column, text, err)
			}
		}
	}
	if !p.end.Time().IsZero() && p.end.Time().Before(p.start.Time()) {
		return r.fault("the project ends on %s, before it starts on %s; correct one of them", p.end, p.start)
	}
	if text := r.get("totalCost"); text != "" {
		if p.cost, err = strconv.ParseFloat(strings.Replace(text, ",", ".", 1), 64); err != nil || p.cost < 0 {
			return r.fault("totalCost is %q; it must be a number with a decimal comma, such as 230000,00", text)
		}
		p.costed = true
	}
	return nil
}

// unescape takes out what the spreadsheet wrote in the place of a line's end.
var unescape = strings.NewReplacer("_x005F_x000D_", " ", "_x000D_", " ")

// readTitles gives the projects their titles; those that the table lacks go
// by their acronym.
func (d *dataset) readTitles(fsys fs.FS) error {
	byReference := map[string][]*project{} // a grant that was registered twice has one reference
	for _, p := range d.projects {
		byReference[p.reference] = append(byReference[p.reference], p)
		p.title = p.acronym
	}
	return eachRow(fsys, titlesFile, commas, []string{"Project Nbr", "Project Title"}, func(r *row) error {
		if title := strings.Join(strings.Fields(unescape.Replace(r.get("Project Title"))), " "); title != "" {
			for _, p := range byReference[r.get("Project Nbr")] {
				p.title = title
			}
		}
		return nil
	})
}

// activities tell the activity of an organisation by its participant code
// (PIC), or else by its name and country.
type activities struct {
	byCode map[string]string
	byName map[[2]string]string
}

func readActivities(fsys fs.FS) (*activities, error) {
	a := &activities{map[string]string{}, map[[2]string]string{}}
	return a, eachRow(fsys, typesFile, looseCommas, []string{"activityType", "orgId", "name", "country"}, func(r *row) error {
		activity := r.get("activityType")
		if _, known := kinds[activity]; !known || activity == "" {
			return r.fault("the activity type is %q; it must be HES, PRC, REC, PUB or OTH", activity)
		}
		if code := r.get("orgId"); code != "" && a.byCode[code] == "" {
			a.byCode[code] = activity
		}
		if name := [2]string{strings.ToUpper(r.get("name")), r.get("country")}; a.byName[name] == "" {
			a.byName[name] = activity
		}
		return nil
	})
}

var (
	codePattern = regexp.MustCompile(`^\d{9}$`)
	hashPattern = regexp.MustCompile(`^[0-9a-f]{32}$`)
)

// readOrganisations returns the organisations by the id that they have in the
// tables: a participant code, or a hash where the code is not known.
func (d *dataset) readOrganisations(fsys fs.FS, types *activities) (map[string]*organisation, error) {
	byID := map[string]*organisation{}
	columns := []string{"new_org_id", "name", "shortName", "country"}
	return byID, eachRow(fsys, organisationsFile, tabs, columns, func(r *row) error {
		id := r.get("new_org_id")
		o := &organisation{name: r.get("name"), shortName: r.get("shortName"), at: r.at()}
		switch {
		case codePattern.MatchString(id):
			o.id = "pic:" + id
		case hashPattern.MatchString(id):
			o.id = "cordis:" + id
		default:
			return r.fault("the id new_org_id is %q; it must be a participant code of 9 digits or a hash of 32", id)
		}
		if byID[id] != nil {
			return r.fault("the organisation %s stands in an earlier row; leave one out", id)
		}
		if o.name == "" {
			return r.fault("the organisation has no name; give it one")
		}
		code, ok := seed.CountryCode(r.get("country"))
		if !ok {
			return r.fault("the country is %q; it must be a code of ISO 3166-1, or EL, UK or XK", r.get("country"))
		}
		o.country = code
		if o.activity = types.byCode[id]; o.activity == "" {
			o.activity = types.byName[[2]string{strings.ToUpper(o.name), r.get("country")}]
			o.byName = o.activity != ""
		}
		byID[id] = o
		d.organisations = append(d.organisations, o)
		return nil
	})
}

// readParticipations joins organisations and projects.
func (d *dataset) readParticipations(fsys fs.FS, projects map[string]*project, organisations map[string]*organisation) error {
	seen := map[[2]string]bool{}
	return eachRow(fsys, participationsFile, tabs, []string{"projectRcn", "new_org_id"}, func(r *row) error {
		pair := [2]string{r.get("projectRcn"), r.get("new_org_id")}
		p, o := projects[pair[0]], organisations[pair[1]]
		switch {
		case p == nil:
			return r.fault("the project %q is not in %s; add it there or leave the row out", pair[0], projectsFile)
		case o == nil:
			return r.fault("the organisation %q is not in %s; add it there or leave the row out", pair[1], organisationsFile)
		case seen[pair]:
			return r.fault("the row repeats an earlier one; leave one out")
		}
		seen[pair] = true
		p.parties = append(p.parties, o)
		o.projects = append(o.projects, participation{p, r.at()})
		return nil
	})
}
