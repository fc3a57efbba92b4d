package holdfast.drafting.word;

import holdfast.language.document.FirstBytes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.UnsupportedFileFormatException;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.exceptions.ODFNotOfficeXmlFileException;
import org.apache.poi.openxml4j.exceptions.OLE2NotOfficeXmlFileException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationship;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.util.XMLHelper;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * The parts of a Word file that a reader sees something of, taken out of their package.
 *
 * @param document the root of the main part
 * @param others the roots of the parts beside it, by what they are ({@code styles}, {@code numbering}, {@code footnotes}, {@code header}, …), in the order of their names
 */
record WordPackage(Element document, Map<String, List<Element>> others) {
    /** Larger texts than this, unpacked, are no agreements. */
    static final long LARGEST_PART = 256L * 1024 * 1024;

    private static final int MOST_NAMES = 10_000;
    private static final long LARGEST_SKIPPED = 16L * 1024 * 1024;

    static final long LARGEST_FILE = 64L * 1024 * 1024;

    private static final List<String> WANTED =
            List.of("styles", "numbering", "footnotes", "endnotes", "comments", "header", "footer", "aFChunk");
    private static final String SAVE_AS = "open it in Word or LibreOffice and save it as .docx";

    Optional<Element> other(String kind) {
        return others.getOrDefault(kind, List.of()).stream().findFirst();
    }

    /** @param file as problems shall name it */
    static WordPackage open(String file, byte[] bytes) throws UnreadableWord {
        refuseByFirstBytes(file, bytes);
        ZipSecureFile.setMaxEntrySize(LARGEST_PART);
        try (OPCPackage opened = OPCPackage.open(new ByteArrayInputStream(bytes))) {
            return of(file, opened);
        } catch (OLE2NotOfficeXmlFileException e) {
            throw wrongKind(file, "this is an old Word document (.doc)", SAVE_AS);
        } catch (ODFNotOfficeXmlFileException e) {
            throw wrongKind(file, "this is an OpenDocument text (.odt)", SAVE_AS);
        } catch (UnsupportedFileFormatException e) {
            throw wrongKind(file, "this is no document of Word", SAVE_AS);
        } catch (InvalidFormatException
                | IOException
                | SAXException
                | ParserConfigurationException
                | OpenXML4JRuntimeException
                | IllegalArgumentException
                | IllegalStateException e) {
            throw broken(file, e);
        }
    }

    private static void refuseByFirstBytes(String file, byte[] bytes) throws UnreadableWord {
        if (bytes.length == 0) {
            throw wrongKind(file, "the file is empty", "name the file that Word saved");
        }
        if (bytes.length > LARGEST_FILE) {
            throw new UnreadableWord(
                    WordCode.TOO_LARGE,
                    file,
                    "the file has " + bytes.length + " bytes",
                    "at most " + LARGEST_FILE,
                    "take the pictures out, or draft its annexes one by one");
        }
        FirstBytes first = new FirstBytes(bytes);
        if (first.begin("\u00d0\u00cf\u0011\u00e0")) {
            if (isEncrypted(bytes)) {
                throw new UnreadableWord(
                        WordCode.PASSWORD,
                        file,
                        "the file is locked with a password",
                        "a file that opens without one",
                        "open it in Word, take the password off (File, Info, Protect Document) and save it");
            }
            throw wrongKind(file, "this is an old Word document (.doc)", SAVE_AS);
        }
        if (first.begin("%PDF")) {
            throw wrongKind(
                    file, "this is a PDF", "open it in Word, look through what came of it, and save it as .docx");
        }
        if (first.begin("{\\rtf")) {
            throw wrongKind(file, "this is rich text (.rtf)", SAVE_AS);
        }
        if (!first.begin("PK")) {
            throw wrongKind(file, "this is no document of Word", SAVE_AS);
        }
        Set<String> names = names(bytes);
        if (names.contains("content.xml") || names.contains("mimetype")) {
            throw wrongKind(file, "this is an OpenDocument file (.odt)", SAVE_AS);
        }
        if (!names.isEmpty() && !names.contains("[Content_Types].xml")) {
            throw wrongKind(
                    file,
                    "this is a zip archive, and no document of Word",
                    "unpack it and name the .docx in it; a document of Pages is exported as Word");
        }
    }

    /** What an archive holds, as far as it can be read; a damaged one is told of when it is opened. */
    private static Set<String> names(byte[] bytes) {
        Set<String> names = new HashSet<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry e = in.getNextEntry(); e != null && names.size() < MOST_NAMES; e = in.getNextEntry()) {
                names.add(e.getName());
                boolean isOffice = e.getName().equals("[Content_Types].xml");
                // What unpacks to so much is judged by whoever opens it, and not unpacked here.
                if (isOffice || in.skip(LARGEST_SKIPPED) == LARGEST_SKIPPED) {
                    names.add("[Content_Types].xml");
                    return names;
                }
            }
        } catch (IOException | IllegalArgumentException damaged) {
            return Set.of();
        }
        return names;
    }

    private static boolean isEncrypted(byte[] bytes) {
        try (POIFSFileSystem files = new POIFSFileSystem(new ByteArrayInputStream(bytes))) {
            return files.getRoot().hasEntryCaseInsensitive("EncryptedPackage");
        } catch (IOException | RuntimeException damaged) {
            return false;
        }
    }

    private static UnreadableWord wrongKind(String file, String found, String help) {
        return new UnreadableWord(WordCode.WRONG_KIND_OF_FILE, file, found, "a .docx", help);
    }

    private static UnreadableWord broken(String file, Exception why) {
        String said = String.valueOf(why.getMessage()).toLowerCase(Locale.ROOT);
        if (said.contains("zip bomb") || said.contains("max entry size") || said.contains("maxentrysize")) {
            return new UnreadableWord(
                    WordCode.TOO_LARGE,
                    file,
                    "what is packed in the file is far larger than the file itself: this is how a file is made that is to stop a computer",
                    "at most " + LARGEST_PART + " bytes in one part, and at most a hundredfold of what is packed",
                    "do not open it before you know where it is from; if you trust it, save it anew in Word");
        }
        return new UnreadableWord(
                WordCode.DAMAGED,
                file,
                "the file is damaged, or not whole",
                "a .docx as Word saves it",
                "open it in Word, which may mend it, and save it anew; if it came by mail, have it sent again");
    }

    private static WordPackage of(String file, OPCPackage opened)
            throws UnreadableWord, InvalidFormatException, IOException, SAXException, ParserConfigurationException {
        PackagePart main = main(file, opened);
        Map<String, List<PackagePart>> parts = new TreeMap<>();
        for (PackageRelationship to : main.getRelationships()) {
            String kind = to.getRelationshipType().replaceAll(".*/", "");
            if (WANTED.contains(kind) && to.getTargetMode() == TargetMode.INTERNAL) {
                PackagePart part = main.getRelatedPart(to);
                if (part != null) {
                    parts.computeIfAbsent(kind, k -> new ArrayList<>()).add(part);
                }
            }
        }
        Map<String, List<Element>> others = new TreeMap<>();
        for (Map.Entry<String, List<PackagePart>> one : parts.entrySet()) {
            List<PackagePart> sorted = one.getValue().stream()
                    .sorted((a, b) ->
                            a.getPartName().getName().compareTo(b.getPartName().getName()))
                    .toList();
            List<Element> roots = new ArrayList<>();
            for (PackagePart part : sorted) {
                // What was pasted as a file of another form has no root that could be asked.
                if (!one.getKey().equals("aFChunk")) {
                    roots.add(root(part));
                }
            }
            others.put(one.getKey(), roots);
        }
        return new WordPackage(root(main), others);
    }

    private static PackagePart main(String file, OPCPackage opened) throws UnreadableWord {
        for (PackageRelationship to : opened.getRelationships()) {
            if (to.getRelationshipType().endsWith("/officeDocument")) {
                PackagePart part = opened.getPart(to);
                if (part != null && part.getContentType().contains("wordprocessingml")
                        || part != null && part.getContentType().contains("ms-word")) {
                    return part;
                }
                if (part != null && part.getContentType().contains("spreadsheet")) {
                    throw wrongKind(
                            file,
                            "this is a workbook",
                            "`holdfast records` reads workbooks; a text is drafted from Word");
                }
                if (part != null && part.getContentType().contains("presentation")) {
                    throw wrongKind(file, "this is a presentation", "copy its text into Word, and save that");
                }
            }
        }
        throw wrongKind(file, "this is a zip archive, and no document of Word", "unpack it, and name the .docx in it");
    }

    private static Element root(PackagePart part) throws IOException, SAXException, ParserConfigurationException {
        try (InputStream in = part.getInputStream()) {
            var builder = XMLHelper.newDocumentBuilder();
            // What is wrong is said by the exception, and not on standard error.
            builder.setErrorHandler(new Quiet());
            return builder.parse(in).getDocumentElement();
        }
    }

    /** Says nothing by itself. */
    private static final class Quiet extends org.xml.sax.helpers.DefaultHandler {
        @Override
        public void fatalError(org.xml.sax.SAXParseException e) throws SAXException {
            throw e;
        }
    }
}
