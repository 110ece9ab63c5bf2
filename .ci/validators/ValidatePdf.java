import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.io.File;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

/**
 * Validates PDFs with veraPDF, each against PDF/A-3a and PDF/UA-1: one line for each, and the rules it breaks below it.
 *
 * <p>A copy of the smallest without its structure, and one without its metadata, must be found wrong before: a validator
 * that lets anything pass proves nothing.
 */
class ValidatePdf {
    private static final List<PDFAFlavour> PROFILES = List.of(PDFAFlavour.PDFA_3_A, PDFAFlavour.PDFUA_1);

    public static void main(String[] names) throws Exception {
        List<File> files = Stream.of(names).map(File::new).toList();
        File smallest = files.stream().min(Comparator.comparing(File::length)).orElseThrow();
        VeraGreenfieldFoundryProvider.initialise();
        for (COSName part : List.of(COSName.STRUCT_TREE_ROOT, COSName.METADATA)) {
            mustFailWithout(part, smallest);
        }
        boolean compliant = true;
        for (File file : files) {
            for (PDFAFlavour profile : PROFILES) {
                compliant &= complies(file, profile, file.getPath());
            }
        }
        System.exit(compliant ? 0 : 1);
    }

    private static void mustFailWithout(COSName part, File file) throws Exception {
        File spoilt = File.createTempFile("spoilt", ".pdf");
        spoilt.deleteOnExit();
        try (var document = Loader.loadPDF(file)) {
            document.getDocumentCatalog().getCOSObject().removeItem(part);
            document.save(spoilt);
        }
        for (PDFAFlavour profile : PROFILES) {
            if (complies(spoilt, profile, "a copy without " + part.getName() + ", which must not comply")) {
                throw new IllegalStateException("the validator finds nothing wrong in what is");
            }
        }
    }

    private static boolean complies(File file, PDFAFlavour profile, String name) throws Exception {
        try (var parser = Foundries.defaultInstance().createParser(file, profile);
                var validator = Foundries.defaultInstance().createValidator(profile, false)) {
            var result = validator.validate(parser);
            String verdict = result.isCompliant() ? "complies" : "DOES NOT COMPLY";
            System.out.printf("%s: %s: %s (%d checks)%n", profile.getId(), name, verdict, result.getTotalAssertions());
            result.getTestAssertions().stream().collect(groupingBy(ValidatePdf::rule, TreeMap::new, counting()))
                .forEach((rule, count) -> System.out.printf("    %s (%d times)%n", rule, count));
            return result.isCompliant() && result.getTotalAssertions() > 0;
        }
    }

    private static String rule(TestAssertion failure) {
        var rule = failure.getRuleId();
        return "clause " + rule.getClause() + ", test " + rule.getTestNumber() + ": " + failure.getMessage();
    }
}
