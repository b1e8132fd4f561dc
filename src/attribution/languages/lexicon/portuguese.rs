//! The words of Portuguese.

use super::Lexicon;
use crate::text::months;

pub(super) const WORDS: Lexicon = Lexicon {
    common: "o os da dos das em na nas que um uma por para com não se ao é mais mas disse segundo foi são está seu sua também pelo \
        pela dois já quem ele ela",
    says: "diz disse dizia dizem disseram declara declarou declarava afirma afirmou afirmava afirmam afirmaram explica explicou \
        explicava acrescenta acrescentou acrescentava assegura assegurou garante garantiu garantia assinala assinalou indica \
        indicou responde respondeu respondia escreve escreveu escrevia conta contou contava precisa precisou sublinha \
        sublinhou anuncia anunciou adverte advertiu lembra lembrou recorda recordou conclui concluiu reconhece reconheceu \
        pergunta perguntou murmura murmurou grita gritou replica replicou sustenta sustentou denuncia denunciou resume resumiu \
        observa observou insiste insistiu lamenta lamentou comenta comentou confessa confessou destaca destacou opina opinou \
        considera considerou exclama exclamou promete prometeu admite admitiu contesta contestou aponta apontou queixa queixou \
        fala falou falava crê pensa pensava ironiza ironizou critica criticou reclama reclamou exige exigiu pede pediu propõe \
        propôs reitera reiterou relata relatou ressalta ressaltou protesta protestou suspira suspirou define definiu confirma \
        confirmou confirmaram alerta alertou revela revelou frisa frisou salienta salientou dito declarado afirmado explicado \
        acrescentado assegurado garantido respondido escrito contado sublinhado anunciado lembrado concluído reconhecido \
        denunciado prometido admitido",
    parted: "",
    parts: "",
    aux: "tinha tem têm havia haviam",
    between: "se lhe lhes o a nos me também já depois ainda",
    opens: "e mas que pois",
    according: &["segundo", "de acordo com", "conforme", "na opinião de", "nas palavras de", "no entender de"],
    after: "",
    view: "para",
    so: "",
    articles: "o a os as um uma uns umas seu sua seus suas este esta meu minha nosso nossa",
    pronouns: "ele ela",
    of: "de do da dos das",
    particles: "de do da dos das e",
    ends: "à ao aos às em no na nos nas num numa ante perante durante sobre por pelo pela para após antes segunda-feira terça- \
        feira quarta-feira quinta-feira sexta-feira sábado domingo ontem hoje depois então que quem quando e mas ou com sem \
        desde até",
    roles: "senhor senhora sr sra dom dona dr dra doutor doutora prof professor professora ministro ministra presidente presidenta \
        prefeito prefeita autarca vereador vereadora deputado deputada porta-voz diretor diretora director directora \
        historiador historiadora juiz juíza advogado advogada rei rainha papa bispo autor autora engenheiro engenheira \
        investigador investigadora pesquisador pesquisadora escritor escritora general capitão capitã senador senadora \
        treinador treinadora pastor pastora pescador pescadora secretário secretária chefe médico médica jornalista filósofo \
        filósofa economista sociólogo socióloga testemunha ator atriz arguido arguida réu procurador procuradora delegado \
        delegada comissário comissária guarda-redes goleiro responsável fundador fundadora cantor cantora pintor pintora \
        agricultor agricultora morador moradora moradores vizinho vizinha estudante enfermeiro enfermeira conselheiro \
        conselheira líder mãe pai governador governadora",
    role_endings: &["ista", "ólogo", "óloga"],
    bodies: "companhia empresa agência grupo banco universidade cidade câmara partido sindicato polícia associação federação \
        ministério comissão jornal governo sociedade conselho",
    works: "exposição espetáculo livro romance poema canção filme ensaio artigo título conto obra peça",
    months: months::PORTUGUESE,
    seasons: "",
    before_year: &[
        "em",
        "já em",
        "no ano de",
        "no início de",
        "no fim de",
        "no final de",
        "na primavera de",
        "no verão de",
        "no outono de",
        "no inverno de",
    ],
    before_month: &["em", "no início de", "no fim de"],
    before_day: &["em", "a", "no dia"],
    bare_years: false,
    year: "ano",
    events: "conferência reunião congresso cimeira cúpula debate assembleia sessão colóquio fórum comício encontro",
    event_endings: &[],
    at: &["na", "no", "numa", "num", "durante", "em"],
    messages: "discurso entrevista carta artigo ensaio telegrama sermão livro",
    inside: &["em", "no", "na", "num", "numa", "durante"],
    directs: "",
    places: "em no na",
    capital_nouns: false,
    drops_subjects: true,
    inserts: true,
    declines: false,
};
