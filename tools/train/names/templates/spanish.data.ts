/** Sentences to fill, Spanish. One a line; ¶ is a new line. Written for this purpose. */
export const SPANISH = `
Hola, soy {name} y quiero cancelar mi pedido.
Hola, me llamo {name} y vivo en {city}.
hola me llamo {name}, tengo {age} años y vivo en {city}
soy {first}, tengo {age} años y busco trabajo en {city}
Buenos días, le habla {name} de {org}.
Mi nombre es {name} y mi número de cliente es {id}.
Estimado señor {last}:¶Le adjunto la factura.¶Atentamente,¶{name}
Estimada señora {last}, su cita es el {date}.
Estimada Sra. {last}:¶Gracias por su mensaje.¶Un saludo,¶{name}¶{org}
Estimado Sr. {last}, su reclamación ha sido aceptada.
Querida {first}, gracias por tu carta. {first} llega mañana.
Querido {first}:¶Nos vemos en {city}.¶Un abrazo,¶{first}
Hola {first}, ¿puedes llamar a {first}?
Saludos cordiales,¶¶{name}¶{job}¶{org}¶{street} {house}¶{zip} {city}
Un saludo,¶{name}
El señor {last} trabaja en {org}.
El Sr. {name} vive en {street} {house}, {city}.
La señora {last} llamó esta mañana.
La Sra. {name} nació en {city}.
Don {name} y doña {name}
La doctora {last} atendió a {name}.
El doctor {last} firmó el informe.
El profesor {last} enseña en {org}.
El paciente {name}, de {age} años, ingresó en {org}.
La paciente {name} recibió el alta el {date}.
El inquilino, {name}, no ha pagado el alquiler.
El director de {org}, {name}, dimitió.
El contrato entre {org} y {name} vence el {date}.
La empresa {org} despidió a {name}.
La factura de {org} es de {money}.
La sede de {org} está en {city}.
Mi marido {first} trabaja en {city}.
Mi mujer {first} nació en {city}.
Mi esposa {first} y mi hijo {first}
Mi hija {first} empieza el colegio.
Mi hermana {first} vive en {city} y trabaja en {org}.
Mi hermano {first} vive en {country}.
Mi jefe {first} no me da vacaciones.
Mi compañera {first} de {org} me ayudó.
Mi vecino {name} hace mucho ruido.
Mi abuela {first} cumple 90 años.
Escribe una carta a {name} de {org}.
Escribe una carta de recomendación para {name}.
Redacta un correo para {first} sobre el retraso.
Traduce el mensaje de {name} al inglés.
Resume la reunión entre {name} y {name}.
¿Puede enviar el contrato a {name}, nuestro abogado en {city}?
¿Dónde vive {name}?
¿Quién es {name}?
¿Cómo llego de {city} a {city}?
¿Qué tiempo hace en {city}?
¿Ha firmado {first} el contrato?
¿Conoces a {name}?
Vivo en {city} desde hace {num} años.
Vivo en {street} {house}, {city}.
Hablé con {name} ayer.
Trabajo en {org} en {city}.
Trabajé en {org} y luego en {org}.
Viajo a {city} con {first}.
Soy de {city} pero vivo en {place}.
Es {nat} y vive en {country}.
Conocimos a {name} en {city}.
{first} y {first} se casan en {city}.
{first} dice que {first} está enferma.
{name} vive en {city} y trabaja en {org}.
{name}, {job} de {org}
{name}, {age} años, {city}
{name} ({org})
{last} afirmó que las ventas crecen.
{city}, {date} - {org} recorta {num} empleos.
{org} abre una tienda en {city}.
Nombre: {name}¶Dirección: {street} {house}, {city}¶Teléfono: {phone}
Nombre: {first}¶Apellidos: {last} {last}¶Ciudad: {city}
Cliente: {name}¶Pedido: {id}
Paciente: {name}¶Fecha de nacimiento: {date}
Titular: {name}¶IBAN: {id}¶Banco: {org}
Contacto: {name}, {phone}
DNI {id}, {name}, {city}
nombre;apellido;ciudad¶{first};{last};{city}¶{first};{last};{city}
Asistentes: {name}, {name} y {name}
De: {name} <{email}>¶Para: {name} <{email}>¶Asunto: Presupuesto
El {date}, {name} <{email}> escribió:
Razón social {org}, {city}
Cuenta a nombre de {name}
¡Gracias {first}!
¡Feliz cumpleaños, {first}!
Saludos a {first} y {first}
`;

export const SPANISH_PLAIN = `
¿Cómo cancelo una suscripción en línea?
Escribe un poema sobre el otoño y el mar.
Explica la diferencia entre un préstamo y un crédito.
Resume el siguiente texto en cinco frases.
La factura vence el lunes, por favor revise el importe.
El contrato termina a final de año.
La reunión será el martes a las diez.
El consejo aprobó el presupuesto.
El paciente toma paracetamol para la fiebre.
Mi médico dice que la vitamina D es útil.
Mi madre y mi padre vienen el domingo.
Mi gato no come.
¿Por qué {product} va tan lento?
¿Cómo instalo {product} en {product}?
Haga clic en Guardar y luego en Cerrar.
Abra Configuración y elija Privacidad.
Error: Acceso denegado
Hola, tengo una pregunta sobre mi envío.
Hola a todos,
Buenos días, ¿me puede ayudar?
Muy señores míos:
Estimado cliente:
Atentamente
Saludos cordiales
Muchas gracias por su ayuda.
Términos y Condiciones¶Política de Privacidad
Ingredientes: harina, azúcar, mantequilla, huevos
El Gobierno prepara una reforma de las pensiones.
La Guerra Civil terminó en 1939.
Mi RFC es {id} y mi CURP es {id}.
Número de pedido {id}
Nombre, apellidos, dirección, teléfono
Asunto: Baja del servicio
El Director General y el Director Financiero
Quiero una receta de tortilla de patatas.
`;
