//! Given names.

use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// Given names that tell whether `he` or `she` may stand for somebody: the commonest ones of the last hundred years.
const MEN: &str = "james john robert michael david william richard joseph thomas charles christopher daniel matthew anthony mark \
    donald steven stephen paul andrew joshua kenneth kevin brian george timothy ronald edward jason jeffrey ryan jacob gary nicholas \
    eric jonathan larry justin scott brandon benjamin samuel gregory frank alexander raymond patrick jack dennis jerry tyler aaron jose \
    adam nathan henry peter zachary douglas harold carl arthur roger ian simon martin graham colin stuart neil alan keith trevor nigel \
    barry derek oliver harry tom tim jim joe bob bill mike dave steve chris nick ben sam dan matt rob tony greg pete phil alex fred \
    philip vladimir emmanuel angus hugh liam sean connor ahmed mohammed muhammad ali omar hassan ivan sergei dmitry hans klaus \
    jean pierre luis carlos juan antonio marco giovanni raj rajesh amit hiroshi kenji jonas edmund edward walter dean marcus erik eric lars sven olaf \
    bjorn otto franz karl kurt werner wolfgang dieter jurgen stefan sebastian lukas felix leo leon max oscar victor vincent louis \
    henri jacques francois michel marcel andre antoine claude gilles diego pablo miguel pedro javier jorge francisco fernando manuel \
    ricardo roberto mario luigi paolo pietro lorenzo mateo igor boris nikolai mikhail pavel andrei yuri oleg viktor tariq ibrahim \
    yusuf mustafa khalid abdul hamid rashid imran arjun vikram sanjay ravi anil sunil deepak kofi kwame chidi emeka samuel josiah \
    elijah isaac noah ethan logan mason lucas aiden luke caleb gabriel dylan evan kyle cody travis dustin brett craig todd chad \
    randy roy ralph eugene wayne louis russell bobby philip johnny howard fred martin curtis allen glenn earl clarence ernest \
    stanley leonard nathaniel theodore rupert giles gareth rhys owen ewan duncan malcolm gordon kenny callum jamie lewis archie \
    reginald cecil hugo jasper toby dominic kevin clive geoffrey norman ron ray len bert alfred percy wilfred harvey dennis paulo joao";
const WOMEN: &str = "mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty sandra margaret ashley \
    kimberly emily donna michelle carol amanda melissa deborah stephanie rebecca laura helen sharon cynthia kathleen amy angela anna \
    ruth brenda pamela nicole katherine catherine christine samantha debra rachel carolyn janet maria heather diane julie joyce victoria \
    kelly christina joan evelyn lauren judith olivia martha alice julia jane emma grace sophie charlotte lucy hannah chloe fiona gillian \
    hazel claire clare kate katie rosa theresa teresa angela ursula ingrid greta fatima aisha leila priya anita meera yuki elena olga \
    natasha svetlana eleanor eliza jo marie anne ann ellen louise isabel carmen sofia ines nora maya zoe miriam clara marlene tasha denise \
    tamara daphne dorothy doris edith ethel florence gladys irene josephine lillian mabel marjorie mildred norma phyllis rose ruby \
    shirley thelma vera viola wilma bernadette bridget cecilia colleen dolores eileen erin gail geraldine gloria gwendolyn harriet heidi \
    holly hope imogen iris isla ivy jackie jacqueline janice jasmine jean jill joanna joanne josie juanita june kay kristen lena leslie \
    lorraine lydia lynn madeline mandy marcia margot marianne marilyn marion maureen megan mia mildred mona monica naomi nadia \
    natalie nell nina norah paula peggy penelope penny phoebe polly rita roberta robin rosemary roxanne sabrina sally sarah sheila \
    sherry sonia stella sue susanna suzanne sylvia tara tina tracy trisha vanessa veronica virginia vivian wanda wendy yvonne \
    beatrice beatrix bianca camilla carla caroline cathy celia chiara dagmar elsa emilia erika esther eva felicity francesca \
    frances gabriela gisela giulia hanna hilda hildegard ilse inga ingeborg irina joy katarina katrin larissa leyla lisbeth ludmila \
    magdalena mariam marina martina matilda mei miranda nadine noor nicola oksana petra renate rosalind sabine saskia simone \
    sunita svenja tatiana tilda uma valentina valerie wangari xenia yasmin yulia zara zeinab amara ada ama abena";

/// Given names that are as often other words.
const WORDS: &str = "mark art dean frank bill rose grace hope joy june may april august ruby iris holly hazel ivy jasmine olive pearl \
    gene grant will sue jack bob rob don mandy kay lee drew chase guy miles norm pat ray rich sandy victor faith \
    charity chad jordan georgia virginia carolina florence vienna victoria sydney paris austin norman maya charlotte mason logan stanley douglas wayne carmen penny max dallas dolores gay robin \
    jasper amber crystal dawn summer major earl duke king prince lance cliff dale glen heath forest wade van felicity";

static GIVEN: LazyLock<FxHashMap<&str, bool>> = LazyLock::new(|| {
    let men = MEN.split_whitespace().map(|name| (name, false));
    men.chain(WOMEN.split_whitespace().map(|name| (name, true))).collect()
});

/// Whether a given name is a woman's; `None` where it may be either.
pub fn is_womans_name(name: &str) -> Option<bool> {
    GIVEN.get(name.to_lowercase().as_str()).copied()
}

/// Whether a folded word is a given name, and none that is more often something else.
pub fn is_given_name(folded: &str) -> bool {
    GIVEN.contains_key(folded) && !WORDS.split_whitespace().any(|word| word == folded)
}
