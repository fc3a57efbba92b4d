// Command verify reads an exported record with the libraries of the Go project alone, golang.org/x/mod/sumdb/note and
// golang.org/x/mod/sumdb/tlog: nothing of Holdfast has a part in what it says.
//
//	verify -log VKEY [-witness VKEY]... [-older FILE]... [-proof FILE]... FOLDER
//
// It checks the signatures under FOLDER/checkpoint, that every entry is in the tree, that the tree of each older checkpoint is the beginning
// of this one, and each proof. It prints what it has checked, and ends with status 1 and a sentence on the first thing that is wrong.
package main

import (
	"bufio"
	"bytes"
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

type list []string

func (l *list) String() string     { return strings.Join(*l, " ") }
func (l *list) Set(s string) error { *l = append(*l, s); return nil }

func check(err error, what string) {
	if err != nil {
		fmt.Fprintf(os.Stderr, "%s: %v\n", what, err)
		os.Exit(1)
	}
}

func fail(what string) { check(fmt.Errorf("it does not hold"), what) }

// witness is a verifier of the cosignatures that Go's note does not know: tlog-cosignature with Ed25519.
type witness struct {
	name string
	hash uint32
	key  ed25519.PublicKey
}

func (w witness) Name() string    { return w.name }
func (w witness) KeyHash() uint32 { return w.hash }
func (w witness) Verify(msg, sig []byte) bool {
	if len(sig) != 72 {
		return false
	}
	time := binary.BigEndian.Uint64(sig)
	text := fmt.Sprintf("cosignature/v1\ntime %d\n%s", time, msg)
	return ed25519.Verify(w.key, []byte(text), sig[8:])
}

func newWitness(vkey string) (note.Verifier, error) {
	parts := strings.SplitN(vkey, "+", 3)
	if len(parts) != 3 {
		return nil, fmt.Errorf("malformed key")
	}
	key, err := base64.StdEncoding.DecodeString(parts[2])
	if err != nil || len(key) != 33 || key[0] != 4 {
		return nil, fmt.Errorf("not a witness's Ed25519 key")
	}
	sum := sha256.Sum256(append([]byte(parts[0]+"\n"), key...))
	hash := binary.BigEndian.Uint32(sum[:])
	if fmt.Sprintf("%08x", hash) != parts[1] {
		return nil, fmt.Errorf("the number of the key does not fit")
	}
	return witness{parts[0], hash, key[1:]}, nil
}

// open checks a checkpoint: the log and every witness must have signed it.
func open(msg []byte, keys []note.Verifier, all int) (tlog.Tree, error) {
	n, err := note.Open(msg, note.VerifierList(keys...))
	if err != nil {
		return tlog.Tree{}, err
	}
	if len(n.Sigs) < all {
		return tlog.Tree{}, fmt.Errorf("signed by %d of %d", len(n.Sigs), all)
	}
	lines := strings.Split(n.Text, "\n")
	if lines[0] != keys[0].Name() {
		return tlog.Tree{}, fmt.Errorf("it is of the log %q", lines[0])
	}
	size, err := strconv.ParseInt(lines[1], 10, 64)
	if err != nil {
		return tlog.Tree{}, err
	}
	hash, err := tlog.ParseHash(lines[2])
	return tlog.Tree{N: size, Hash: hash}, err
}

// tiles reads tiles of height 8 where tlog-tiles puts them: the same names as in Go, but without the height.
type tiles string

func (t tiles) Height() int { return 8 }
func (t tiles) ReadTiles(want []tlog.Tile) ([][]byte, error) {
	var all [][]byte
	for _, tile := range want {
		data, err := os.ReadFile(t.path(tile))
		if err != nil {
			return nil, err
		}
		all = append(all, data)
	}
	return all, nil
}
func (t tiles) SaveTiles([]tlog.Tile, [][]byte) {}
func (t tiles) path(tile tlog.Tile) string {
	name := strings.Replace(tile.Path(), "tile/8/", "tile/", 1)
	return filepath.Join(string(t), strings.Replace(name, "tile/data/", "tile/entries/", 1))
}

// entries reads a bundle.
func entries(bundle []byte) ([][]byte, error) {
	var all [][]byte
	for len(bundle) > 0 {
		if len(bundle) < 2 {
			return nil, fmt.Errorf("it breaks off")
		}
		length := int(binary.BigEndian.Uint16(bundle))
		if len(bundle) < 2+length {
			return nil, fmt.Errorf("it breaks off")
		}
		all = append(all, bundle[2:2+length])
		bundle = bundle[2+length:]
	}
	return all, nil
}

func checkEntries(folder tiles, tree tlog.Tree, hashes tlog.HashReader) {
	for first := int64(0); first < tree.N; first += 256 {
		width := 256
		if tree.N-first < 256 {
			width = int(tree.N - first)
		}
		path := folder.path(tlog.Tile{H: 8, L: -1, N: first / 256, W: width})
		bundle, err := os.ReadFile(path)
		check(err, path)
		all, err := entries(bundle)
		check(err, path)
		if len(all) != width {
			fail(path)
		}
		for i, entry := range all {
			index := first + int64(i)
			proof, err := tlog.ProveRecord(tree.N, index, hashes)
			check(err, fmt.Sprintf("entry %d", index))
			err = tlog.CheckRecord(proof, tree.N, tree.Hash, index, tlog.RecordHash(entry))
			check(err, fmt.Sprintf("entry %d", index))
		}
	}
}

// checkProof reads a tlog-proof that carries its entry.
func checkProof(file string, keys []note.Verifier, all int) {
	data, err := os.ReadFile(file)
	check(err, file)
	parts := bytes.SplitN(data, []byte("\n\n"), 2)
	if len(parts) != 2 {
		fail(file)
	}
	tree, err := open(parts[1], keys, all)
	check(err, file)
	var entry []byte
	var index int64
	var proof tlog.RecordProof
	lines := bufio.NewScanner(bytes.NewReader(parts[0]))
	lines.Buffer(nil, 1<<20)
	for n := 0; lines.Scan(); n++ {
		line := lines.Text()
		switch {
		case n == 0:
			if line != "c2sp.org/tlog-proof@v1" {
				fail(file)
			}
		case strings.HasPrefix(line, "extra "):
			entry, err = base64.StdEncoding.DecodeString(line[6:])
		case strings.HasPrefix(line, "index "):
			index, err = strconv.ParseInt(line[6:], 10, 64)
		default:
			var hash tlog.Hash
			hash, err = tlog.ParseHash(line)
			proof = append(proof, hash)
		}
		check(err, file)
	}
	check(tlog.CheckRecord(proof, tree.N, tree.Hash, index, tlog.RecordHash(entry)), file)
}

func main() {
	var witnesses, older, proofs list
	log := flag.String("log", "", "the log's key")
	flag.Var(&witnesses, "witness", "a witness's key")
	flag.Var(&older, "older", "a file with an older checkpoint")
	flag.Var(&proofs, "proof", "a file with a proof")
	flag.Parse()
	folder := tiles(flag.Arg(0))

	own, err := note.NewVerifier(*log)
	check(err, "the log's key")
	keys := []note.Verifier{own}
	for _, vkey := range witnesses {
		w, err := newWitness(vkey)
		check(err, "a witness's key")
		keys = append(keys, w)
	}
	msg, err := os.ReadFile(filepath.Join(string(folder), "checkpoint"))
	check(err, "checkpoint")
	tree, err := open(msg, keys, len(keys))
	check(err, "checkpoint")

	hashes := tlog.TileHashReader(tree, folder)
	checkEntries(folder, tree, hashes)
	for _, file := range older {
		msg, err := os.ReadFile(file)
		check(err, file)
		before, err := open(msg, keys, 1)
		check(err, file)
		proof, err := tlog.ProveTree(tree.N, before.N, hashes)
		check(err, file)
		check(tlog.CheckTree(proof, tree.N, tree.Hash, before.N, before.Hash), file)
	}
	for _, file := range proofs {
		checkProof(file, keys, len(keys))
	}
	fmt.Printf("checked %d entries, %d signatures, %d older checkpoints, %d proofs\n",
		tree.N, len(keys), len(older), len(proofs))
}
