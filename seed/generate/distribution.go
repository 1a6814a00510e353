package generate

// distribution.go holds how the EU's Horizon 2020 grants of 2014 to 2016 are spread, counted in CORDIS: "1:8817" says
// that 8,817 organizations are in one grant. What is generated is drawn from these.

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

const (
	// In how many grants are how many organizations?
	grantsOfOrganizations = "1:8817 2:1626 3:582 4:321 5:194 6:113 7:89 8:81 9:44 10:44 11:35 12:27 13:26 14:25 15:18 16:18 " +
		"17:20 18:21 19:17 20:12 21:10 22:6 23:9 24:9 25:8 26:4 27:10 28:6 29:4 30:5 31:6 32:7 33:3 34:4 35:3 36:5 38:9 " +
		"39:2 40:3 41:1 42:4 43:4 44:2 45:2 46:1 47:4 48:1 49:1 50:1 51:3 53:1 54:2 55:2 56:4 57:1 58:3 59:2 60:2 61:1 " +
		"62:2 64:1 65:1 67:1 68:1 69:4 70:1 71:1 72:1 73:3 74:1 76:2 78:1 79:1 84:1 86:1 87:1 88:1 96:1 97:1 102:1 105:1 " +
		"115:1 141:1 147:1 151:1 154:1 158:1 168:1 169:1 171:1 185:1 284:1 350:1"

	// How many parties have how many grants?
	partiesOfGrants = "1:4724 2:274 3:213 4:189 5:158 6:192 7:211 8:220 9:258 10:225 11:152 12:145 13:100 14:78 15:74 16:61 " +
		"17:34 18:42 19:32 20:14 21:17 22:20 23:20 24:14 25:10 26:12 27:7 28:7 29:3 30:6 31:6 32:8 33:8 34:2 35:5 36:4 " +
		"37:1 38:5 39:4 40:2 41:3 42:2 46:3 47:2 50:1 54:1 57:1 62:1 74:1 86:1 153:1"

	// In which country are how many organizations?
	organizationsOfCountries = "DE:1475 ES:1330 IT:1229 GB:1215 FR:1065 NL:706 BE:542 AT:341 SE:328 GR:286 PT:286 PL:281 " +
		"DK:254 FI:229 IE:198 CH:191 NO:187 RO:172 HU:169 CZ:147 IL:146 SI:146 TR:126 BG:116 EE:91 SK:87 HR:85 RS:72 " +
		"US:64 LT:61 LV:56 CY:55 LU:52 CN:41 UA:36 CA:28 IS:28 MT:26 RU:25 ZA:22 BR:20 MK:18 AU:15 KE:14 BA:12 KR:12 " +
		"JP:11 MA:10 IN:9 AL:7 AR:7 EG:7 GE:7 GH:7 MD:7 MX:7 SN:7 TW:7 ME:6 TN:6 BY:5 CL:5 CO:5 LB:5 TZ:5 XK:5 BF:4 " +
		"NZ:4 PK:4 UG:4 VN:4 AM:3 TH:3 UY:3 ID:2 MY:2 RW:2 KG:1 KZ:1 SG:1"

	// Of which type, and kind, are how many organizations?
	organizationsOfKinds = "Enterprise:7178 Institution/UNIVERSITY:1193 Institution/RESEARCH:1565 OtherOrganization:1433 GovernmentBody:957"
)

// A draw is a spread from which values are drawn as often as they occur in it.
type draw[T any] struct {
	values []T
	upTo   []int // how many lie at or before each value
}

// spread reads one of the texts above.
func spread[T any](text string) draw[T] {
	var d draw[T]
	total := 0
	for _, part := range strings.Fields(text) {
		name, number, _ := strings.Cut(part, ":")
		var value T
		var count int
		if _, err := fmt.Sscan(name, &value); err != nil {
			panic("generate: " + part + ": " + err.Error())
		}
		if _, err := fmt.Sscan(number, &count); err != nil {
			panic("generate: " + part + ": " + err.Error())
		}
		total += count
		d.values, d.upTo = append(d.values, value), append(d.upTo, total)
	}
	return d
}

// stratified gives n values, each as often as its share of the spread, in random order: in a graph of the original's
// size there are as many supernodes as there were, and not by luck more or fewer.
func (d draw[T]) stratified(n int, random *rand.Rand) []T {
	total := d.upTo[len(d.upTo)-1]
	values := make([]T, n)
	at := 0
	for i := range values {
		place := int((float64(i) + random.Float64()) / float64(n) * float64(total))
		for d.upTo[at] <= place {
			at++
		}
		values[i] = d.values[at]
	}
	random.Shuffle(n, func(i, j int) { values[i], values[j] = values[j], values[i] })
	return values
}
