// Hold PDF files to PDF/A-2b with veraPDF's rules. Run by Rhino, which lies in the same archive:
// pdf_a.js FILE... prints one JSON value for each file. veraPDF's own reader of profiles needs
// classes that the archive lacks, so its profile is read here.
var veraPDF = Packages.org.verapdf;
var profiles = veraPDF.pdfa.validation.profiles;
var builder = Packages.javax.xml.parsers.DocumentBuilderFactory.newInstance().newDocumentBuilder();
var loader = java.lang.Thread.currentThread().getContextClassLoader();
var flavour = veraPDF.pdfa.flavours.PDFAFlavour.PDFA_2_B;

function all(node, tag) {
  var found = node.getElementsByTagName(tag), listed = [];
  for (var at = 0; at < found.getLength(); at++) listed.push(found.item(at));
  return listed;
}

function text(node, tag) { return all(node, tag)[0].getTextContent(); }

function rule(node) {
  var id = all(node, "id")[0], told = new java.util.ArrayList();
  all(node, "argument").forEach(function (each) {
    told.add(profiles.ErrorArgumentImpl.fromValues(each.getTextContent(), null, null));
  });
  return profiles.Profiles.ruleFromValues(
    profiles.Profiles.ruleIdFromValues(
      flavour.getPart(), id.getAttribute("clause"), parseInt(id.getAttribute("testNumber"))),
    node.getAttribute("object"), java.lang.Boolean.valueOf(node.getAttribute("deferred")), null,
    text(node, "description"), text(node, "test"),
    profiles.Profiles.errorFromValues(text(node, "message"), told), new java.util.ArrayList());
}

function profile(file) {
  var root = builder.parse(loader.getResourceAsStream(file)).getDocumentElement();
  var rules = new java.util.HashSet(), variables = new java.util.HashSet();
  all(root, "rule").forEach(function (node) { rules.add(rule(node)); });
  all(root, "variable").forEach(function (node) {
    variables.add(profiles.Profiles.variableFromValues(
      node.getAttribute("name"), node.getAttribute("object"),
      text(node, "defaultValue"), text(node, "value")));
  });
  var about = profiles.Profiles.profileDetailsFromValues(file, "", "", new java.util.Date(0));
  return profiles.Profiles.profileFromValues(flavour, about, "", rules, variables);
}

function check(name) {
  var foundry = veraPDF.pdfa.Foundries.defaultInstance();
  var parser = foundry.createParser(new java.io.File(name), flavour);
  var result = foundry.createValidator(rules, false).validate(parser);
  parser.close();
  var broken = result.getTestAssertions().toArray().map(function (each) {
    return each.getRuleId().getClause() + " " + each.getMessage();
  });
  return {
    is_compliant: result.isCompliant(), rules: rules.getRules().size(),
    checks: result.getTotalAssertions(), broken: broken.map(String)
  };
}

veraPDF.gf.foundry.VeraGreenfieldFoundryProvider.initialise();
var rules = profile("org/verapdf/pdfa/validation/PDFA-2B.xml");
for (var at = 0; at < arguments.length; at++) print(JSON.stringify(check(arguments[at])));
