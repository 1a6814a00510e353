// Tests that the derived schema loads, explains itself, and holds the whole model:
// every relationship of the design, from either end.

package schema

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2/ast"
)

func load(t *testing.T) *ast.Schema {
	t.Helper()
	s, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestLoadGivesASchemaOfItsOwn(t *testing.T) {
	a, b := load(t), load(t)
	if a == b || a.Types["Country"] == b.Types["Country"] {
		t.Error("two calls of Load share a schema")
	}
}

// A researcher learns the API from its descriptions.
func TestEverythingIsDescribed(t *testing.T) {
	s := load(t)
	check := func(what, description string) {
		if strings.TrimSpace(description) == "" {
			t.Errorf("%s has no description", what)
		}
	}
	for name, def := range s.Types {
		if def.BuiltIn {
			continue
		}
		check(name, def.Description)
		for _, f := range def.Fields {
			if strings.HasPrefix(f.Name, "__") {
				continue
			}
			check(name+"."+f.Name, f.Description)
			for _, a := range f.Arguments {
				check(name+"."+f.Name+"("+a.Name+":)", a.Description)
			}
		}
		for _, v := range def.EnumValues {
			check(name+"."+v.Name, v.Description)
		}
	}
	for name, d := range s.Directives {
		if d.Position.Src.BuiltIn {
			continue
		}
		check("@"+name, d.Description)
		for _, a := range d.Arguments {
			check("@"+name+"("+a.Name+":)", a.Description)
		}
	}
}

// The relationships of the model: `Type.field` at the start > `Type.field` at the end.
var relationships = map[string]string{
	"IN_COUNTRY":  "Organization.country Place.country Event.country Person.country > Country.organizations Country.places Country.events Country.people",
	"LOCATED_IN":  "Organization.places > Place.organizations",
	"HELD_IN":     "Event.heldIn > Place.events",
	"PART_OF":     "Organization.partOf Place.partOf Programme.partOf > Organization.parts Place.parts Programme.parts",
	"PARTY_TO":    "Organization.agreements > Agreement.parties",
	"MEMBER_OF":   "Organization.memberOf > Alliance.members Programme.members",
	"LEADS":       "Organization.leads > Alliance.leaders Programme.leaders",
	"GUIDES":      "Organization.guides > Alliance.guidedBy Programme.guidedBy",
	"SUPPORTS":    "Organization.supports > Alliance.supporters Programme.supporters",
	"ORGANIZED":   "Organization.organized Country.organized Person.organized > Event.organizers",
	"ATTENDED":    "Organization.attended Country.attended Person.attended > Event.participants",
	"SPOKE_AT":    "Organization.spokeAt Country.spokeAt Person.spokeAt > Event.speakers",
	"SIGNED_AT":   "Agreement.signedAt > Event.signed",
	"WORKS_FOR":   "Person.worksFor > Organization.people",
	"ACTIVE_IN":   "Organization.fields Programme.fields > Field.activeIn",
	"OPERATES_IN": "Organization.operatesIn Programme.operatesIn > Country.operatedHere",
	"APPROVED":    "Organization.approved > Agreement.approvedBy Organization.approvedBy",
	"ABOUT":       "Figure.about > Entity.figures",
	"STATES":      "Source.states > Entity.statedBy",
}

func TestEveryRelationshipIsSeenFromBothEnds(t *testing.T) {
	s := load(t)
	want := map[string]string{} // Type.field, its relationship and direction
	for name, ends := range relationships {
		from, to, _ := strings.Cut(ends, " > ")
		for _, f := range strings.Fields(from) {
			want[f] = name + " OUT"
		}
		for _, f := range strings.Fields(to) {
			want[f] = name + " IN"
		}
	}
	got := map[string]string{}
	for name, def := range s.Types {
		for _, f := range def.Fields {
			d := f.Directives.ForName("relationship")
			if d == nil || f.Directives.ForName("chain") != nil { // which follows what other fields declare
				continue
			}
			is := d.Arguments.ForName("type").Value.Raw + " " + d.Arguments.ForName("direction").Value.Raw
			got[name+"."+f.Name] = is
			if c := s.Types[name].Fields.ForName(strings.TrimSuffix(f.Name, "Connection") + "Connection"); c == nil || c.Directives.ForName("relationship") == nil {
				t.Errorf("%s.%s has no connection", name, f.Name)
			}
			relationship, _, _ := strings.Cut(is, " ")
			if relationships[relationship] == "" {
				t.Errorf("%s.%s follows %s, which the model does not have", name, f.Name, relationship)
			}
		}
	}
	for f, is := range want {
		if got[f] != is {
			t.Errorf("%s follows %q, want %q", f, got[f], is)
		}
	}
}

func TestRelationshipTypeNamesThemAll(t *testing.T) {
	var values []string
	for _, v := range load(t).Types["RelationshipType"].EnumValues {
		values = append(values, v.Name)
	}
	slices.Sort(values)
	if want := slices.Sorted(maps.Keys(relationships)); !slices.Equal(values, want) {
		t.Errorf("RelationshipType has %v, want %v", values, want)
	}
}

// The enums that stand for labels must name types that are stored under that label.
func TestLabelsAreTypes(t *testing.T) {
	s := load(t)
	for _, enum := range []string{"OrganizationKind", "EntityType"} {
		for _, v := range s.Types[enum].EnumValues {
			label := v.Directives.ForName("label").Arguments.ForName("name").Value.Raw
			if def := s.Types[label]; def == nil || def.Directives.ForName("node") == nil {
				t.Errorf("%s.%s stands for the label %s, which no type has", enum, v.Name, label)
			}
		}
	}
}

func TestRootFields(t *testing.T) {
	query := load(t).Query
	for _, name := range strings.Fields(`node partnerships entities organizations institutions enterprises governmentBodies
		associations alliances otherOrganizations initiatives programmes countries places agreements events people fields figures sources`) {
		if query.Fields.ForName(name) == nil {
			t.Errorf("Query has no field %s", name)
		}
	}
	got := ""
	for _, a := range query.Fields.ForName("partnerships").Arguments {
		got += a.Name + ": " + a.Type.String()
		if a.DefaultValue != nil {
			got += " = " + a.DefaultValue.String()
		}
		got += "\n"
	}
	// A contract with whoever asks it: add to it, rename nothing.
	want := `country: String!
kinds: [OrganizationKind!] = [INSTITUTION]
institutionKinds: [InstitutionKind!]
with: String
withKinds: [OrganizationKind!]
agreementKinds: [AgreementKind!]
status: [AgreementStatus!] = [SIGNED,ACTIVE,ENDED,UNKNOWN]
from: Date
to: Date
sort: [PartnershipSort!] = [{agreements:DESC}]
first: Int = 50
after: String
last: Int
before: String
`
	if got != want {
		t.Errorf("partnerships takes\n%swant\n%s", got, want)
	}
}
