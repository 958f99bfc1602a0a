-- The names of accounts, audiences and organisations as they are put in order: without diacritics and case, as a contact's.
ALTER TABLE account ADD COLUMN sort_name TEXT NOT NULL DEFAULT '';
ALTER TABLE audience ADD COLUMN sort_name TEXT NOT NULL DEFAULT '';
ALTER TABLE organisation ADD COLUMN sort_name TEXT NOT NULL DEFAULT '';
DROP INDEX organisation_parent;
DROP INDEX organisation_name;

-- What is there is folded here, letter by letter; what is written from now on comes folded from the program.
CREATE TEMP TABLE plain_letter (letter TEXT PRIMARY KEY, plain TEXT NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO plain_letter
WITH RECURSIVE cut (plain, letters, place) AS (
  SELECT key, value, 1 FROM json_each('{
    "a":"ÀÁÂÃÄÅàáâãäåĀāĂăĄąǍǎǞǟǠǡǺǻȀȁȂȃȦȧḀḁẠạẢảẤấẦầẨẩẪẫẬậẮắẰằẲẳẴẵẶặ","ae":"ÆæǢǣǼǽ","aʾ":"ẚ","b":"ḂḃḄḅḆḇ",
    "c":"ÇçĆćĈĉĊċČčḈḉ","d":"ÐðĎďĐđḊḋḌḍḎḏḐḑḒḓ","dz":"ǄǅǆǱǲǳ",
    "e":"ÈÉÊËèéêëĒēĔĕĖėĘęĚěȄȅȆȇȨȩḔḕḖḗḘḙḚḛḜḝẸẹẺẻẼẽẾếỀềỂểỄễỆệ","f":"Ḟḟ","g":"ĜĝĞğĠġĢģǦǧǴǵḠḡ","h":"ĤĥȞȟḢḣḤḥḦḧḨḩḪḫẖ",
    "i":"ÌÍÎÏìíîïĨĩĪīĬĭĮįİıǏǐȈȉȊȋḬḭḮḯỈỉỊị","ij":"Ĳĳ","j":"Ĵĵǰ","k":"ĶķǨǩḰḱḲḳḴḵ","l":"ĹĺĻļĽľŁłḶḷḸḹḺḻḼḽ","lj":"Ǉǈǉ",
    "l·":"Ŀŀ","m":"ḾḿṀṁṂṃ","n":"ÑñŃńŅņŇňǸǹṄṅṆṇṈṉṊṋ","nj":"Ǌǋǌ",
    "o":"ÒÓÔÕÖØòóôõöøŌōŎŏŐőƠơǑǒǪǫǬǭǾǿȌȍȎȏȪȫȬȭȮȯȰȱṌṍṎṏṐṑṒṓỌọỎỏỐốỒồỔổỖỗỘộỚớỜờỞởỠỡỢợ","oe":"Œœ","p":"ṔṕṖṗ",
    "r":"ŔŕŖŗŘřȐȑȒȓṘṙṚṛṜṝṞṟ","s":"ŚśŜŝŞşŠšſȘșṠṡṢṣṤṥṦṧṨṩẛ","ss":"ßẞ","t":"ŢţŤťȚțṪṫṬṭṮṯṰṱẗ","th":"Þþ",
    "u":"ÙÚÛÜùúûüŨũŪūŬŭŮůŰűŲųƯưǓǔǕǖǗǘǙǚǛǜȔȕȖȗṲṳṴṵṶṷṸṹṺṻỤụỦủỨứỪừỬửỮữỰự","v":"ṼṽṾṿ","w":"ŴŵẀẁẂẃẄẅẆẇẈẉẘ","x":"ẊẋẌẍ",
    "y":"ÝýÿŶŷŸȲȳẎẏẙỲỳỴỵỶỷỸỹ","z":"ŹźŻżŽžẐẑẒẓẔẕ","ħ":"Ħ","ŋ":"Ŋ","ŧ":"Ŧ","ƀ":"Ƀ","ƃ":"Ƃ","ƅ":"Ƅ","ƈ":"Ƈ","ƌ":"Ƌ",
    "ƒ":"Ƒ","ƕ":"Ƕ","ƙ":"Ƙ","ƚ":"Ƚ","ƞ":"Ƞ","ƣ":"Ƣ","ƥ":"Ƥ","ƨ":"Ƨ","ƭ":"Ƭ","ƴ":"Ƴ","ƶ":"Ƶ","ƹ":"Ƹ","ƽ":"Ƽ","ƿ":"Ƿ",
    "ǝ":"Ǝ","ǥ":"Ǥ","ȝ":"Ȝ","ȣ":"Ȣ","ȥ":"Ȥ","ȼ":"Ȼ","ɂ":"Ɂ","ɇ":"Ɇ","ɉ":"Ɉ","ɋ":"Ɋ","ɍ":"Ɍ","ɏ":"Ɏ","ɓ":"Ɓ","ɔ":"Ɔ",
    "ɖ":"Ɖ","ɗ":"Ɗ","ə":"Ə","ɛ":"Ɛ","ɠ":"Ɠ","ɣ":"Ɣ","ɨ":"Ɨ","ɩ":"Ɩ","ɯ":"Ɯ","ɲ":"Ɲ","ɵ":"Ɵ","ʀ":"Ʀ","ʃ":"Ʃ","ʈ":"Ʈ",
    "ʉ":"Ʉ","ʊ":"Ʊ","ʋ":"Ʋ","ʌ":"Ʌ","ʒ":"ƷǮǯ","ʼn":"ŉ","ͱ":"Ͱ","ͳ":"Ͳ","ͷ":"Ͷ","ͻ":"Ͻ","ͼ":"Ͼ","ͽ":"Ͽ","α":"ΆΑά",
    "β":"Βϐ","γ":"Γ","δ":"Δ","ε":"ΈΕέϵ","ζ":"Ζ","η":"ΉΗή","θ":"Θϑϴ","ι":"ΊΐΙΪίϊ","κ":"Κϰ","λ":"Λ","μ":"Μ","ν":"Ν",
    "ξ":"Ξ","ο":"ΌΟό","π":"Πϖ","ρ":"Ρϱ","ς":"ϲ","σ":"ΣϹ","τ":"Τ","υ":"ΎΥΫΰϋύϒϓϔ","φ":"Φϕ","χ":"Χ","ψ":"Ψ","ω":"ΏΩώ",
    "ϗ":"Ϗ","ϙ":"Ϙ","ϛ":"Ϛ","ϝ":"Ϝ","ϟ":"Ϟ","ϡ":"Ϡ","ϣ":"Ϣ","ϥ":"Ϥ","ϧ":"Ϧ","ϩ":"Ϩ","ϫ":"Ϫ","ϭ":"Ϭ","ϯ":"Ϯ","ϳ":"Ϳ",
    "ϸ":"Ϸ","ϻ":"Ϻ","а":"АӐӑӒӓ","б":"Б","в":"В","г":"ЃГѓ","д":"Д","е":"ЀЁЕѐёӖӗ","ж":"ЖӁӂӜӝ","з":"ЗӞӟ",
    "и":"ЍИЙйѝӢӣӤӥ","к":"ЌКќ","л":"Л","м":"М","н":"Н","о":"ОӦӧ","п":"П","р":"Р","с":"С","т":"Т","у":"ЎУўӮӯӰӱӲӳ",
    "ф":"Ф","х":"Х","ц":"Ц","ч":"ЧӴӵ","ш":"Ш","щ":"Щ","ъ":"Ъ","ы":"ЫӸӹ","ь":"Ь","э":"ЭӬӭ","ю":"Ю","я":"Я","ђ":"Ђ",
    "є":"Є","ѕ":"Ѕ","і":"ІЇї","ј":"Ј","љ":"Љ","њ":"Њ","ћ":"Ћ","џ":"Џ","ѡ":"Ѡ","ѣ":"Ѣ","ѥ":"Ѥ","ѧ":"Ѧ","ѩ":"Ѩ",
    "ѫ":"Ѫ","ѭ":"Ѭ","ѯ":"Ѯ","ѱ":"Ѱ","ѳ":"Ѳ","ѵ":"ѴѶѷ","ѹ":"Ѹ","ѻ":"Ѻ","ѽ":"Ѽ","ѿ":"Ѿ","ҁ":"Ҁ","ҋ":"Ҋ","ҍ":"Ҍ",
    "ҏ":"Ҏ","ґ":"Ґ","ғ":"Ғ","ҕ":"Ҕ","җ":"Җ","ҙ":"Ҙ","қ":"Қ","ҝ":"Ҝ","ҟ":"Ҟ","ҡ":"Ҡ","ң":"Ң","ҥ":"Ҥ","ҧ":"Ҧ","ҩ":"Ҩ",
    "ҫ":"Ҫ","ҭ":"Ҭ","ү":"Ү","ұ":"Ұ","ҳ":"Ҳ","ҵ":"Ҵ","ҷ":"Ҷ","ҹ":"Ҹ","һ":"Һ","ҽ":"Ҽ","ҿ":"Ҿ","ӄ":"Ӄ","ӆ":"Ӆ","ӈ":"Ӈ",
    "ӊ":"Ӊ","ӌ":"Ӌ","ӎ":"Ӎ","ӏ":"Ӏ","ӕ":"Ӕ","ә":"ӘӚӛ","ӡ":"Ӡ","ө":"ӨӪӫ","ӷ":"Ӷ","ӻ":"Ӻ","ӽ":"Ӽ","ӿ":"Ӿ","ԁ":"Ԁ",
    "ԃ":"Ԃ","ԅ":"Ԅ","ԇ":"Ԇ","ԉ":"Ԉ","ԋ":"Ԋ","ԍ":"Ԍ","ԏ":"Ԏ","ԑ":"Ԑ","ԓ":"Ԓ","ԕ":"Ԕ","ԗ":"Ԗ","ԙ":"Ԙ","ԛ":"Ԛ","ԝ":"Ԝ",
    "ԟ":"Ԟ","ԡ":"Ԡ","ԣ":"Ԣ","ԥ":"Ԥ","ԧ":"Ԧ","ԩ":"Ԩ","ԫ":"Ԫ","ԭ":"Ԭ","ԯ":"Ԯ","ỻ":"Ỻ","ỽ":"Ỽ","ỿ":"Ỿ","ⱥ":"Ⱥ","ⱦ":"Ⱦ"
  }')
  UNION ALL SELECT plain, letters, place + 1 FROM cut WHERE place < length(letters))
SELECT substr(letters, place, 1), plain FROM cut;

CREATE TEMP TABLE folded_name (name TEXT PRIMARY KEY, sort_name TEXT NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO folded_name
WITH RECURSIVE named (name) AS (
  SELECT name FROM account UNION SELECT name FROM audience UNION SELECT name FROM organisation
  UNION SELECT json ->> '$.name' FROM (
    SELECT before_json AS json FROM change_row WHERE table_name IN ('account', 'audience', 'organisation')
    UNION ALL SELECT after_json FROM change_row WHERE table_name IN ('account', 'audience', 'organisation'))
  WHERE json IS NOT NULL),
folded (name, place, sort_name) AS (
  SELECT name, 1, '' FROM named
  UNION ALL SELECT folded.name, place + 1, sort_name || CASE
    WHEN unicode(substr(folded.name, place, 1)) BETWEEN 0x300 AND 0x36F THEN ''
    ELSE coalesce((SELECT plain FROM plain_letter WHERE letter = substr(folded.name, place, 1)),
      lower(substr(folded.name, place, 1))) END
  FROM folded WHERE place <= length(folded.name))
SELECT name, sort_name FROM folded WHERE place > length(name);

UPDATE account SET sort_name = (SELECT sort_name FROM folded_name WHERE name = account.name);
UPDATE audience SET sort_name = (SELECT sort_name FROM folded_name WHERE name = audience.name);
UPDATE organisation SET sort_name = (SELECT sort_name FROM folded_name WHERE name = organisation.name);
-- An earlier change that is undone, and the figures as they were once known, bring the name back with its place.
UPDATE change_row SET
  before_json = json_set(before_json, '$.sort_name',
    (SELECT sort_name FROM folded_name WHERE name = before_json ->> '$.name')),
  after_json = json_set(after_json, '$.sort_name',
    (SELECT sort_name FROM folded_name WHERE name = after_json ->> '$.name'))
WHERE table_name IN ('account', 'audience', 'organisation');
DROP TABLE folded_name;
DROP TABLE plain_letter;

CREATE INDEX organisation_parent ON organisation (parent_id, sort_name);
CREATE INDEX organisation_sorted ON organisation (sort_name, id);
