package generate

// rows.go makes what the statements of generate.go write: rows of nodes and relationships.

import (
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j/dbtype"
)

// The words of titles and names, which filters can look for.
var (
	adjectives = strings.Fields("Advanced Circular Digital European Future Green Innovative Integrated Joint Novel Open Quantum Resilient Smart Social Sustainable")
	subjects   = strings.Fields("Agriculture Batteries Catalysts Cities Climate Energy Genomics Graphene Health Language Logistics Materials Mobility Oceans Photonics Robotics Sensors Vaccines Vision Water")
	forms      = map[string]string{
		"Institution/UNIVERSITY": "University of %s", "Institution/RESEARCH": "Institute for %s", "Enterprise": "%s Limited",
		"GovernmentBody": "Department of %s", "OtherOrganization": "Network for %s",
	}
)

func organizationRows(size Size, random *rand.Rand) []map[string]any {
	kinds := spread[string](organizationsOfKinds).stratified(size.Organizations, random)
	countries := spread[string](organizationsOfCountries).stratified(size.Organizations, random)
	rows := make([]map[string]any, size.Organizations)
	for i := range rows {
		label, kind, _ := strings.Cut(kinds[i], "/")
		name := fmt.Sprintf(forms[kinds[i]], subjects[random.IntN(len(subjects))])
		rows[i] = map[string]any{
			"id": size.organization(i), "name": fmt.Sprintf("%s %06d", name, random.IntN(1_000_000)),
			"label": label, "kind": nil, "country": countries[i],
		}
		if kind != "" {
			rows[i]["kind"] = kind
		}
	}
	return rows
}

func agreementRows(size Size, random *rand.Rand) []map[string]any {
	rows := make([]map[string]any, size.Agreements)
	for i := range rows {
		start := time.Date(2014, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, random.IntN(42), 0)
		row := map[string]any{
			"id": size.agreement(i), "aliases": []string{fmt.Sprint(630_000 + i)}, "status": "SIGNED", "kind": "GRANT",
			// Nearly unique, so that a list in this order is in pages by this key alone.
			"title": fmt.Sprintf("%s %s %07d", adjectives[random.IntN(len(adjectives))], subjects[random.IntN(len(subjects))], random.IntN(10_000_000)),
		}
		if random.IntN(10) > 0 { // one in ten is not dated
			putDay(row, "startDate", start)
			putDay(row, "endDate", start.AddDate(0, 12+random.IntN(48), -1))
		}
		if random.IntN(200) > 0 { // most cost a few millions, few some hundreds
			row["amount"], row["currency"] = math.Round(50_000+1_500_000*random.ExpFloat64()*random.ExpFloat64()), "EUR"
		}
		rows[i] = row
	}
	return rows
}

// putDay puts a whole date as the model has it.
func putDay(row map[string]any, name string, day time.Time) {
	row[name], row[name+"Latest"], row[name+"Text"] = dbtype.Date(day), dbtype.Date(day), day.Format(time.DateOnly)
}

// partyRows deals the organizations to the agreements: an agreement has as many places as the spread gives it, and an
// organization takes part as often as the spread gives it, more or less often where there are more or fewer places than
// that. Nobody is twice in one agreement. The first party coordinates.
func partyRows(size Size, random *rand.Rand) []map[string]any {
	parties := spread[int](partiesOfGrants).stratified(size.Agreements, random)
	places := 0
	for i := range parties {
		parties[i] = min(parties[i], size.Organizations)
		places += parties[i]
	}
	hands := deal(size.Organizations, places, random)
	rows := make([]map[string]any, 0, places)
	for a, n := range parties {
		seen := make(map[int]bool, n)
		for len(seen) < n {
			here := len(rows)
			for tries := 0; seen[hands[here]]; tries++ { // whoever is in already changes places with a later one
				if later := here + 1; later < len(hands) && tries < 20 {
					other := later + random.IntN(len(hands)-later)
					hands[here], hands[other] = hands[other], hands[here]
				} else {
					hands[here] = random.IntN(size.Organizations)
				}
			}
			o := hands[here]
			role := "participant"
			if len(seen) == 0 {
				role = "coordinator"
			}
			seen[o] = true
			rows = append(rows, map[string]any{"organization": size.organization(o), "agreement": size.agreement(a), "role": role})
		}
	}
	return rows
}

// deal gives that many organizations, each as often as its share of the spread, in random order.
func deal(organizations, places int, random *rand.Rand) []int {
	shares := spread[int](grantsOfOrganizations).stratified(organizations, random)
	all := 0
	for _, share := range shares {
		all += share
	}
	hands := make([]int, 0, places)
	before, given := 0, 0
	for o, share := range shares {
		before += share
		upTo := int(int64(before) * int64(places) / int64(max(all, 1)))
		for ; given < upTo; given++ {
			hands = append(hands, o)
		}
	}
	random.Shuffle(len(hands), func(i, j int) { hands[i], hands[j] = hands[j], hands[i] })
	return hands
}

// The ids bear the seed, so that graphs of two seeds can lie in one database.
func (s Size) organization(i int) string { return fmt.Sprintf("org-%d-%06d", s.Seed, i) }
func (s Size) agreement(i int) string    { return fmt.Sprintf("agr-%d-%06d", s.Seed, i) }
