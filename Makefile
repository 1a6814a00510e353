# The targets of guanxi. `make` alone prints them.

STATICCHECK := honnef.co/go/tools/cmd/staticcheck@v0.8.2
FUZZTIME    ?= 30s
FUZZ        ?= 10000
DRAWS       ?= 500

# Where the tests keep their first Neo4j, and in it the folder of the second: in Go's cache folder of the user.
ifeq ($(shell uname),Darwin)
TEST_HOME := $(HOME)/Library/Caches/guanxi/test
else
TEST_HOME := $(or $(XDG_CACHE_HOME),$(HOME)/.cache)/guanxi/test
endif

# The browser of the journeys.
CHROMIUM ?= $(shell command -v chromium || command -v chromium-browser || command -v google-chrome)
export CHROMIUM

WEB_SOURCES := $(wildcard web/*.json web/*.html web/*.ts web/questions/* web/public/*) schema/api.graphqls \
	$(shell find web/src web/scripts -type f -not -path 'web/src/generated/*')

.DEFAULT_GOAL := help
.PHONY: help run build test e2e shots webmeasure differential lint generate golden fresh questions bench figures docking recall fuzz clean

help: ## print this list
	@grep -hE '^[a-z0-9]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{ printf "  make %-12s %s\n", $$1, $$2 }'

run: build ## start Neo4j, load the dossiers and serve on 127.0.0.1:8080
	@bin/guanxi serve

build: web/dist/index.html ## build bin/guanxi, with the pages if Node is there
	@[ -x bin/guanxi ] || echo "Building guanxi with Go; the first time takes minutes."
	@go build -o bin/guanxi .

web/dist/index.html: $(WEB_SOURCES)
	@if node -e 'process.exit(parseInt(process.versions.node) < 20 ? 1 : 0)' 2>/dev/null && command -v npm >/dev/null; then \
		echo "Building the pages with npm."; \
		cd web && npm ci --no-audit --no-fund --loglevel=error && npm run --silent build -- --logLevel error; \
	else \
		echo "Node 20 or newer, with npm, is not installed: guanxi is built without the explorer and GraphiQL."; \
	fi

# Tests have Neo4j plan many hundred statements, most of them once. What Java compiles thoroughly for that is not run
# again: without its second compiler the same tests take half of the processors' time.
test e2e differential shots: export JAVA_TOOL_OPTIONS := -XX:TieredStopAtLevel=1

test: build lint ## run every test, against a real Neo4j that is stopped in the end, and the journeys where Chromium is
	@go test -timeout 40m ./...; status=$$?; \
	for home in "$(TEST_HOME)" "$(TEST_HOME)/second"; do env -u NEO4J_URI bin/guanxi neo4j stop --home "$$home"; done; \
	$(MAKE) --no-print-directory e2e || status=1; exit $$status

differential: ## compare the answers with those of the Neo4j GraphQL Library (needs Node)
	@cd bench/peer && DIFFERENTIAL=1 go test -count=1 -timeout 30m; status=$$?; \
	cd ../.. && env -u NEO4J_URI go run . neo4j stop --home "$(TEST_HOME)"; exit $$status

e2e: build ## test the explorer: its units, and journeys in Chromium against the real server on a real Neo4j
	@if ! command -v npm >/dev/null || [ ! -f web/dist/index.html ]; then \
		echo "The explorer is not tested: Node 20 with npm is not installed."; [ -z "$$CI" ]; exit; fi; \
	(cd web && npm test --silent) || exit 1; \
	if [ ! -x "$(CHROMIUM)" ]; then \
		echo "The journeys are left out: Chromium is not installed; CHROMIUM may name one."; [ -z "$$CI" ]; exit; fi; \
	(cd web && GUANXI_E2E_HOME="$(TEST_HOME)/e2e" npm run --silent e2e); status=$$?; \
	env -u NEO4J_URI bin/guanxi neo4j stop --home "$(TEST_HOME)/e2e"; exit $$status

shots: build ## take pictures of every view: two widths, two languages, light and dark
	@cd web && GUANXI_SHOTS="$${GUANXI_SHOTS:-$(CURDIR)/bin/shots}" GUANXI_E2E_HOME="$(TEST_HOME)/e2e" npm run --silent e2e -- shots; status=$$?; \
	cd .. && env -u NEO4J_URI bin/guanxi neo4j stop --home "$(TEST_HOME)/e2e"; exit $$status

webmeasure: build ## measure the explorer in Chromium, into docs/explorer-performance.md
	@cd web && GUANXI_E2E_HOME="$(TEST_HOME)/e2e" npm run --silent measure; status=$$?; \
	cd .. && env -u NEO4J_URI bin/guanxi neo4j stop --home "$(TEST_HOME)/e2e"; exit $$status

lint: ## look for mistakes with go vet and staticcheck
	@go vet ./...
	@go run $(STATICCHECK) ./...

generate: ## derive schema/api.graphqls and server/exec
	@go generate ./schema/... ./server/...

golden: ## write what every stage gives into the compiler's cases; read the difference
	@go test ./graph -run '^TestCorpus$$' -update
	@go test ./schema/expand -update

fresh: generate ## prove that what is generated is fresh
	@git diff --exit-code -- schema/api.graphqls server/exec

bench: ## measure against the bare driver and the peer, into docs/benchmarks.md; SHORT=1 only prints, in a few minutes
	@go test -run '^$$' -bench . ./graph
	@go run ./bench $(if $(SHORT),-short,-out docs/benchmarks.md)

questions: ## write docs/questions.md, and measure what the root questions cost; GUANXI_DATA as for bench
	@UPDATE=1 go test ./seed -run '^TestQuestionsDocument$$' -count=1

recall: ## measure how well search finds names, and how fast, in the ROR of GUANXI_DATA (or the database NEO4J_URI names)
	@go test ./seed/ror -run '^TestRecall$$' -recall -v -timeout 30m

figures: ## compare what is computed on the graph of Horizon 2020 with its published figures; needs GUANXI_DATA
	@go test ./seed/cordis -run '^Test(Import|Figures)$$' -measure -count 1 -v -timeout 30m

docking: ## hide partners on the graph of Horizon 2020, and measure how many docking finds; needs GUANXI_DATA
	@go test ./seed/cordis -run '^TestDocking$$' -measure -count 1 -v -timeout 30m

fuzz: ## send FUZZ (10000) hostile requests, draw DRAWS (500) of each law, and fuzz each target for FUZZTIME (30s)
	@GUANXI_FUZZ=$(FUZZ) go test ./server -run '^TestHostile$$' -v -timeout 2h
	@go test ./graph ./seed -run '^(TestProperties|TestLoadOrder)$$' -rapid.checks=$(DRAWS) -timeout 3h
	@grep -rlE '^func Fuzz' --include='*_test.go' . | while read -r file; do \
		for target in $$(sed -nE 's/^func (Fuzz[A-Za-z0-9]*).*/\1/p' "$$file"); do \
			go test "$$(dirname "$$file")" -run '^$$' -fuzz "^$$target\$$" -fuzztime $(FUZZTIME) || exit 1; \
		done; \
	done

clean: ## remove what was built; the data in .guanxi stays
	@rm -rf bin web/node_modules bench/peer/node_modules
	@find web/dist -mindepth 1 ! -name .gitkeep -delete
