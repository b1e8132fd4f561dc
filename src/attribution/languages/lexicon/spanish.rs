//! The words of Spanish.

use super::Lexicon;
use crate::text::months;

pub(super) const WORDS: Lexicon = Lexicon {
    common: "el la los las del y en que una un por con para no se su al es lo como más pero dijo según fue ha son está de sus este \
        esta nos",
    says: "dice dijo decía declara declaró declaraba afirma afirmó afirmaba explica explicó explicaba añade añadió añadía asegura \
        aseguró aseguraba señala señaló señalaba indica indicó responde respondió respondía escribe escribió escribía cuenta contó \
        precisa precisó subraya subrayó anuncia anunció advierte advirtió recuerda recordó concluye concluyó reconoce reconoció \
        pregunta preguntó murmura murmuró grita gritó replica replicó sostiene sostuvo denuncia denunció resume resumió observa observó \
        insiste insistió lamenta lamentó comenta comentó confiesa confesó agrega agregó manifiesta manifestó destaca destacó opina opinó \
        considera consideró exclama exclamó promete prometió admite admitió contesta contestó apunta apuntó apostilla apostilló \
        queja quejó quejaba habla habló hablaba cree creía creyó piensa pensaba calificó califica interrumpe interrumpió interrumpía ironiza \
        ironizó critica criticó reclama reclamó exige exigió pide pidió propone propuso reitera reiteró matiza matizó zanja zanjó relata \
        relató recalca recalcó constata constató justifica justificó suspira suspiró protesta protestó reprocha reprochó define definió \
        indican indicaron declararon respondieron denunciaron advirtieron creen piden pidieron anunciaron confirma confirmó confirmaron \
        dicen dijeron afirman afirmaron aseguran aseguraron explicaron añadieron señalaron \
        dicho declarado afirmado explicado añadido asegurado señalado indicado respondido escrito contado precisado subrayado anunciado \
        advertido recordado concluido reconocido replicado sostenido denunciado insistido lamentado comentado manifestado destacado",
    parted: "",
    parts: "",
    between: "se le les lo la nos me también luego ya entonces",
    opens: "y pero que pues",
    aux: "ha había han habían",
    according: &["según", "de acuerdo con", "a juicio de", "en palabras de", "en opinión de", "al decir de"],
    after: "",
    view: "para",
    so: "",
    articles: "el la los las un una unos unas su sus este esta mi mis nuestro nuestra",
    pronouns: "él ella",
    of: "de del",
    particles: "de del la los y",
    ends: "a al en ante durante sobre por para tras lunes martes miércoles jueves viernes sábado domingo ayer hoy luego entonces que \
        quien y pero o con sin desde hacia",
    roles: "don doña sr sra dr señor señora ministro ministra presidente presidenta alcalde alcaldesa diputado diputada portavoz \
        director directora profesor profesora historiador historiadora juez jueza abogado abogada rey reina papa obispo autor autora \
        ingeniero ingeniera investigador investigadora escritor escritora general capitán capitana senador senadora entrenador \
        entrenadora pastor pastora pescador pescadora secretario secretaria jefe jefa médico médica periodista filósofo filósofa \
        economista sociólogo socióloga concejal concejala testigo fuentes actor actriz acusado acusada fiscal comisario comisaria portero delantero entrenadora dueño dueña \
        gerente responsable fundador fundadora cantante pintor pintora agricultor agricultora vecino vecina estudiante maestro maestra \
        enfermero enfermera consejero consejera líder",
    role_endings: &["ista", "ólogo", "óloga"],
    bodies: "compañía empresa agencia naviera grupo banco universidad ciudad ayuntamiento partido sindicato policía asociación federación \
        ministerio comisión periódico gobierno concejo sociedad",
    works: "exposición espectáculo libro novela poema canción película ensayo artículo título obra cuento",
    months: months::SPANISH,
    seasons: "",
    before_year: &[
        "en",
        "ya en",
        "en el año",
        "a principios de",
        "a mediados de",
        "a finales de",
        "en la primavera de",
        "en el verano de",
        "en el otoño de",
        "en el invierno de",
    ],
    before_month: &["en", "a principios de", "a mediados de", "a finales de"],
    before_day: &["el"],
    bare_years: false,
    year: "año",
    events: "conferencia reunión congreso cumbre debate asamblea sesión coloquio foro mitin encuentro",
    event_endings: &[],
    at: &["en", "durante"],
    messages: "discurso entrevista alocución carta artículo ensayo telegrama sermón libro",
    inside: &["en", "durante"],
    directs: "",
    places: "en",
    capital_nouns: false,
    drops_subjects: true,
    inserts: true,
    declines: false,
};
