use super::check;

#[test]
fn obligations() {
    check(
        "es",
        &[
            ("La Unidad Responsable deberá publicar el informe.", "must=La Unidad Responsable"),
            ("Las Dependencias deberán conservar los datos.", "must=Las Dependencias"),
            ("El Enlace debe turnar la solicitud.", "must=El Enlace"),
            ("Los Enlaces deben asistir a las mesas.", "must=Los Enlaces"),
            ("La Unidad también deberá avisar al Comité.", "must=La Unidad"),
            ("Si detecta una falla, la Unidad Responsable deberá devolverlo.", "must=la Unidad Responsable"),
            ("La Unidad, con apoyo del Enlace, deberá revisar el catálogo.", "must=La Unidad"),
            ("En caso de empate, el Comité deberá votar de nuevo.", "must=el Comité"),
            (
                "La persona titular de cada Dependencia deberá designar a un Enlace.",
                "must=La persona titular de cada Dependencia",
            ),
            (
                "Quien tenga un interés personal en un asunto deberá declararlo.",
                "must=Quien tenga un interés personal en un asunto",
            ),
            ("La persona que vote en contra deberá explicar sus razones.", "must=La persona que vote en contra"),
            ("Toda persona deberá citar la fuente.", "must=Toda persona"),
            ("Cada Dependencia tendrá la obligación de publicar su inventario.", "must=Cada Dependencia"),
            ("Los sujetos obligados están obligados a publicar sus datos.", "must=Los sujetos obligados"),
            ("El proveedor queda obligado a entregar los datos.", "must=El proveedor"),
            ("Corresponde a la Unidad coordinar la ejecución de esta Política.", "must=la Unidad"),
            ("Corresponde al Comité aprobar el plan.", "must=Comité"),
            ("El Enlace será responsable de actualizar el inventario.", "must=El Enlace"),
            ("Las personas titulares son responsables de la veracidad de los datos.", "must=Las personas titulares"),
            ("La Unidad tendrá que avisar al Comité.", "must=La Unidad"),
            ("La Unidad habrá de avisar al Comité.", "must=La Unidad"),
            ("La Unidad publicará el informe.", "must=La Unidad"),
            ("El Comité se reunirá cada tres meses.", "must=El Comité"),
            ("Los ayuntamientos emitirán sus reglamentos.", "must=Los ayuntamientos"),
            ("Si el dato es falso, la Dependencia lo corregirá.", "must=la Dependencia"),
            (
                "La Secretaría Técnica integrará el expediente y el Comité resolverá.",
                "must=La Secretaría Técnica + must=el Comité",
            ),
            ("Deberá el Comité aprobar el plan.", "must=el Comité"),
            ("El Comité designará a una persona, quien deberá levantar el acta.", "must=El Comité + must=quien"),
            ("Se acuerda que la Unidad deberá publicar el acta.", "must=la Unidad"),
        ],
    );
}

#[test]
fn prohibitions() {
    check(
        "es",
        &[
            ("La Unidad no podrá modificar los datos.", "must-not=La Unidad"),
            ("Las Dependencias no deberán cobrar.", "must-not=Las Dependencias"),
            ("La Unidad no lo podrá modificar.", "must-not=La Unidad"),
            ("El Comité tampoco podrá delegar esta función.", "must-not=El Comité"),
            ("En ningún caso la Dependencia podrá negar la entrega.", "must-not=la Dependencia"),
            ("La Dependencia en ningún caso podrá negar la entrega.", "must-not=La Dependencia"),
            ("Ninguna Dependencia podrá exigir registro.", "must-not=Ninguna Dependencia"),
            ("Nadie podrá vender los datos.", "must-not=Nadie"),
            ("Queda prohibido cobrar por los datos.", "must-not=#passive"),
            ("Queda prohibido a las Dependencias cobrar por los datos.", "must-not=las Dependencias"),
            ("Se prohíbe la venta de datos.", "must-not=#passive"),
            ("QUEDA PROHIBIDO cobrar.", "must-not=#passive"),
            ("Quedará prohibido cobrar.", "must-not=#passive"),
            ("El Enlace se abstendrá de votar.", "must-not=El Enlace"),
            ("El Enlace deberá abstenerse de votar.", "must-not=El Enlace"),
            ("La Unidad no publicará datos personales.", "must-not=La Unidad"),
            ("El Enlace no debe divulgar los datos.", "must-not=El Enlace"),
            ("Los datos no podrán ser vendidos.", "must-not=#passive"),
            ("El Comité no está facultado para modificar la ley.", "must-not=El Comité"),
            ("La Unidad no solo deberá publicar el acta.", "must=La Unidad"),
        ],
    );
}

#[test]
fn permissions_and_weaker_duties() {
    check(
        "es",
        &[
            ("El Comité podrá delegar esta función.", "may=El Comité"),
            ("Los Enlaces podrán reunirse como grupo de trabajo.", "may=Los Enlaces"),
            ("Cada integrante podrá designar a una persona suplente.", "may=Cada integrante"),
            ("La Unidad está facultada para requerir informes.", "may=La Unidad"),
            ("El Comité puede pedir opiniones.", "may=El Comité"),
            ("Se podrá ampliar el plazo.", "may=#passive"),
            ("La Unidad procurará usar formatos abiertos.", "strive=La Unidad"),
            ("Las Dependencias promoverán la reutilización.", "strive=Las Dependencias"),
            ("El Ayuntamiento fomentará el uso de los datos.", "strive=El Ayuntamiento"),
            ("Se procurará el uso de formatos abiertos.", "strive=#passive"),
            ("La Unidad deberá procurar la calidad.", "strive=La Unidad"),
            ("Se recomienda usar CSV.", "should=#passive"),
            ("Se recomienda a las Dependencias usar CSV.", "should=las Dependencias"),
            ("La Dependencia debería documentar sus procesos.", "should=La Dependencia"),
            ("La Dependencia no debería usar formatos cerrados.", "should-not=La Dependencia"),
            ("Se recomienda no usar formatos cerrados.", "should-not=#passive"),
            ("Se recomienda a las Dependencias que no usen formatos cerrados.", "should-not=las Dependencias"),
            ("La Unidad deberá no usar formatos cerrados.", "must-not=La Unidad"),
            ("La Unidad podrá no usar formatos cerrados.", "may=La Unidad"),
        ],
    );
}

#[test]
fn without_agent() {
    check(
        "es",
        &[
            ("Se deberá publicar el informe.", "must=#passive"),
            ("Deberá publicarse el informe.", "must=#passive"),
            ("Deberán publicarse los datos.", "must=#passive"),
            ("El informe deberá ser publicado.", "must=#passive"),
            ("El informe deberá publicarse en el Portal.", "must=#passive"),
            ("El informe deberá ser publicado por la Unidad Responsable en el Portal.", "must=la Unidad Responsable"),
            ("Los datos deberán publicarse por la Dependencia.", "must=la Dependencia"),
            ("El informe será aprobado por el Comité.", "must=el Comité"),
            ("El informe deberá contener un resumen.", "must=#thing"),
            ("El Catálogo deberá incluir los metadatos.", "must=#thing"),
            ("Los Metadatos deberán estar en español.", "must=#thing"),
            ("Las solicitudes deben cumplir los requisitos siguientes.", "must=#thing"),
            ("Deberá publicar el informe.", "must=#elided"),
            ("El monto deberá indicarse en el recibo emitido por la Unidad.", "must=#passive"),
            ("La Unidad publicará el acta, debiendo anotarse la fecha.", "must=La Unidad + must=#passive"),
            ("Usted deberá citar la fuente.", "must=Usted"),
            ("Además, deberá avisar al Comité.", "must=#elided"),
        ],
    );
}

#[test]
fn subjects_among_asides_lists_and_other_clauses() {
    check(
        "es",
        &[
            (
                "Otros poderes, organismos autónomos y gobiernos podrán adherirse.",
                "may=Otros poderes, organismos autónomos y gobiernos",
            ),
            (
                "Quien tenga un interés personal, familiar o de negocios en un asunto deberá decirlo.",
                "must=Quien tenga un interés personal, familiar o de negocios en un asunto",
            ),
            (
                "El Ministerio de Vivienda, Construcción y Saneamiento publicará el plan.",
                "must=El Ministerio de Vivienda, Construcción y Saneamiento",
            ),
            ("El registrador se sujeta a esta regla, no debe pedir más documentos.", "must-not=El registrador"),
            ("El Consejo tiene su sede en Toluca y sus sesiones se celebrarán ahí.", ""),
            ("En caso de que quien lo pida no sea el propietario, deberá probarlo.", "must=#elided"),
            ("El plazo es de diez días y la Unidad podrá ampliarlo.", "may=la Unidad"),
            ("En ese supuesto las Dependencias deberán avisar.", "must=las Dependencias"),
            (
                "Las Dependencias, los Enlaces y la Unidad deberán cooperar.",
                "must=Las Dependencias, los Enlaces y la Unidad",
            ),
            ("El informe deberá ser claro, para cuyo efecto la Unidad podrá revisarlo.", "must=#thing + may=la Unidad"),
            ("Cualquiera de los Estados podrá denunciar el tratado.", "may=Cualquiera de los Estados"),
            ("Las obras han de ser revisadas cada año.", "must=#passive"),
        ],
    );
}

#[test]
fn several_in_one_sentence() {
    check(
        "es",
        &[
            ("La Unidad deberá publicar el acta y podrá cobrar la copia.", "must=La Unidad + may=La Unidad"),
            ("La Unidad deberá publicar el acta y el Comité podrá revisarla.", "must=La Unidad + may=el Comité"),
            ("El Comité podrá opinar, pero no podrá votar.", "may=El Comité + must-not=El Comité"),
            ("La Unidad deberá responder; el Enlace deberá turnar la respuesta.", "must=La Unidad + must=el Enlace"),
            ("La Unidad publicará el acta, debiendo avisar al Comité.", "must=La Unidad + must=La Unidad"),
        ],
    );
}

#[test]
fn no_norms() {
    check(
        "es",
        &[
            ("La Política entrará en vigor al día siguiente de su publicación.", ""),
            ("El encargo durará dos años.", ""),
            ("El Comité se regirá por su reglamento.", ""),
            ("El acuerdo surtirá efectos mañana.", ""),
            ("La Unidad tendrá por objeto coordinar la ejecución.", ""),
            ("Se entenderá por dato la cifra.", ""),
            ("Contra la resolución procederá el recurso.", ""),
            ("Esta regla deberá entenderse en sentido amplio.", ""),
            ("La Unidad debe de tener diez personas.", ""),
            ("Los datos podrán ser consultados en el Portal.", ""),
            ("El plazo no podrá exceder de diez días.", ""),
            ("El monto no deberá exceder de mil pesos.", ""),
            ("La Unidad no publicó el informe debido a una falla.", ""),
            ("Los deberes de la Unidad son públicos.", ""),
            ("El deber de cuidado corresponde a la ley.", ""),
            ("El poder público dimana del pueblo.", ""),
            ("El Poder Ejecutivo firmó el acuerdo.", ""),
            ("Puede que la Unidad publique el informe.", ""),
            ("Los datos que deba publicar la Unidad son libres.", ""),
            ("Los datos que deberá publicar la Unidad son libres.", ""),
            ("Los datos que la Unidad deberá publicar son libres.", ""),
            ("Los plazos a que se refiere este artículo son hábiles.", ""),
            ("Según corresponda, la Unidad o el Comité.", ""),
            ("La Unidad puede ser una oficina o una persona.", ""),
            ("El artículo 5 de la ley establece que las Dependencias deberán publicar sus datos.", ""),
            ("Que, conforme a la ley, los gobiernos deberán publicar sus datos;", ""),
            ("DEBE DECIR:", ""),
            ("Las Dependencias deben", ""),
            ("Ninguna persona está obligada a responder.", ""),
            ("Encargar a la Gerencia las acciones que, por mandato de ley, deben ejecutar.", ""),
            ("Quien adopte el texto encontrará la lista al final.", ""),
            ("El verbo «deberá» expresa una obligación de la Unidad.", ""),
            ("Visto el informe; Que, según la ley, la Unidad deberá publicarlo;", ""),
            ("¿La Unidad deberá publicar el informe?", ""),
            ("El Comité no está obligado a responder.", ""),
            ("La Unidad no tendrá que avisar.", ""),
            ("La persona responsable de publicar el informe es la titular.", ""),
            ("El azafrán y el Corán son ajenos a la Unidad de Teherán.", ""),
            ("El usuario debe cien pesos.", ""),
            ("El Portal publicará los datos.", ""),
            ("Podría ocurrir que la Unidad publique el informe.", ""),
            ("Si la Unidad deberá publicar el informe es cosa del Comité.", ""),
        ],
    );
}

#[test]
fn deadlines() {
    check(
        "es",
        &[
            (
                "La Unidad deberá devolverlo dentro de los cinco días hábiles siguientes a su recepción.",
                "must=La Unidad !5wd+",
            ),
            ("El Comité deberá responder en un plazo de 10 días naturales.", "must=El Comité !10cd"),
            ("El Comité deberá responder en un plazo máximo de treinta (30) días.", "must=El Comité !30d"),
            (
                "El Comité deberá responder en un plazo no mayor a veinte días hábiles contados a partir de la solicitud.",
                "must=El Comité !20wd+",
            ),
            ("Dentro de las 24 horas siguientes, la Dependencia deberá avisar.", "must=la Dependencia !24h+"),
            ("La Unidad deberá avisar a más tardar el 31 de marzo de cada año.", "must=La Unidad !date"),
            ("La Unidad publicará el informe antes del 1 de junio de 2027.", "must=La Unidad !date"),
            ("La Unidad deberá publicar el acta a la brevedad.", "must=La Unidad !vague"),
            ("La Unidad deberá oportunamente publicar el acta.", "must=La Unidad !vague"),
            ("La Unidad deberá publicar el acta de inmediato.", "must=La Unidad !now"),
            (
                "La Unidad deberá publicar el acta dentro de los cuarenta y cinco días siguientes.",
                "must=La Unidad !45d+",
            ),
            ("La Unidad deberá publicar el plan en un plazo de seis meses.", "must=La Unidad !6m"),
            ("La Unidad deberá avisar con cinco días hábiles de anticipación a la sesión.", "must=La Unidad !5wd+"),
            ("La Unidad deberá avisar en un plazo de cinco días útiles.", "must=La Unidad !5wd"),
            ("La Unidad deberá atender a las niñas hasta los cinco años.", "must=La Unidad"),
            ("El Comité deberá sesionar al menos una vez cada tres meses.", "must=El Comité"),
            ("La Unidad deberá conservar el acta durante cinco años.", "must=La Unidad"),
            (
                "La Unidad deberá responder en 5 días y podrá ampliar el plazo por 10 días.",
                "must=La Unidad !5d + may=La Unidad",
            ),
            ("La Unidad deberá resolver en diez días hábiles de notificada la oposición.", "must=La Unidad !10wd+"),
            (
                "La Unidad deberá avisar dentro de los tres días hábiles de vigencia de esta Ley.",
                "must=La Unidad !3wd+",
            ),
            ("La Unidad deberá resolver en diez días hábiles una vez recibido el informe.", "must=La Unidad !10wd+"),
            ("La Unidad deberá resolver en un plazo que no exceda de diez días hábiles.", "must=La Unidad !10wd"),
        ],
    );
}

#[test]
fn durations_and_the_times_of_conditions_are_no_deadlines() {
    check(
        "es",
        &[
            ("La Unidad deberá aprobar las obras con duración mayor de dos meses.", "must=La Unidad"),
            ("Si la persona no responde dentro de diez días, la Unidad deberá archivarla.", "must=la Unidad"),
            ("La Unidad deberá pagar la obra, siempre que la reciba a la brevedad.", "must=La Unidad"),
        ],
    );
}

#[test]
fn who_does_what_two_participles_say() {
    check("es", &[("La solicitud deberá ser recibida y atendida por la Unidad.", "must=la Unidad")]);
}
