// Plain JavaScript, so that a Node which cannot read TypeScript still gets as far as this sentence.
const major = Number(process.versions.node.split(".")[0]);
if (major < 24) {
  console.error(
    `Demarche needs Node 24 or newer and this is ${process.versions.node}: run it by "npm start" after "npm ci", which brings Node 24, or install Node 24.`,
  );
  process.exit(1);
}
