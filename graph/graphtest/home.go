// Where the tests' Neo4js are kept. Two packages are tested at once on two processors, and Neo4j plans a statement on
// one: so there are two, and a process takes the first that no other has.

package graphtest

import (
	"os"
	"path/filepath"
	"sync"

	"github.com/gofrs/flock"
)

// home is the folder of this process's Neo4j, as GUANXI_HOME is that of a user's. The process has it to its end; where
// all are taken, it shares the first, whose database its tests have to wait for.
var home = sync.OnceValues(func() (string, error) {
	cache, err := os.UserCacheDir()
	if err != nil {
		return "", err
	}
	first := filepath.Join(cache, "guanxi", "test")
	for _, folder := range []string{first, filepath.Join(first, "second")} {
		if err := os.MkdirAll(folder, 0o700); err != nil {
			return "", err
		}
		taken = flock.New(filepath.Join(folder, "taken"))
		free, err := taken.TryLock()
		if err != nil {
			return "", err
		}
		if free {
			return folder, nil
		}
	}
	return first, nil
})

// taken keeps the lock, which a finalizer would give up.
var taken *flock.Flock
